// What a start does beyond the tables: a one-time link for the first administrator, and the sample if asked for.
using CommunicationStrategy.Access.Features.SetUp;
using MediatR;

namespace CommunicationStrategy.Web.Host;

internal static class FirstStart
{
    /// <summary>The path with which the first administrator sets a password; null when there are people already.</summary>
    public static async Task<string?> AdministratorLinkAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerScope>().Current = Caller.System("first-start");
        return (await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new EnsureFirstAdministrator())).Require().Path;
    }

    /// <summary>One line that says what came of it.</summary>
    public static async Task<string> LoadSampleAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerScope>().Current = Caller.System("sample");
        var loaded = await ActivatorUtilities.CreateInstance<SampleLoader>(scope.ServiceProvider).LoadAsync(cancellationToken);
        return loaded ? "The illustrative sample is loaded." : "There is a plan already: the sample was not loaded.";
    }
}
