// The repository's files, for the tests that read sources, texts and scripts.
namespace CommunicationStrategy.UnitTests.Architecture;

internal static class Repository
{
    /// <summary>The folder of the solution, found upwards from the test's own folder.</summary>
    public static readonly string Root = Find(AppContext.BaseDirectory);

    public static IEnumerable<string> Sources(string folder, string pattern = "*.cs") =>
        Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}") && !f.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}"));

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "CommunicationStrategy.sln")) ? folder
            : Find(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside the repository."));
}
