// What the first start does beyond the tables: a one-time link for the first administrator, and the sample if asked for.
namespace CommunicationStrategy.Web.Host;

internal static class FirstStart
{
    public static string? AdministratorLink(IServiceProvider services) => null;

    public static Task<string?> LoadSampleAsync(IServiceProvider services) => Task.FromResult<string?>(null);
}
