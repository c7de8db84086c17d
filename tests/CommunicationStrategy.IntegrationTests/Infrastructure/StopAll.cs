// Stops the products under test when the run ends. Stands in the root namespace so that it covers every test.
using CommunicationStrategy.IntegrationTests.Infrastructure;

namespace CommunicationStrategy.IntegrationTests;

[SetUpFixture]
public sealed class StopAll
{
    [OneTimeTearDown]
    public Task Stop() => DatabaseTest.StopAllAsync();
}
