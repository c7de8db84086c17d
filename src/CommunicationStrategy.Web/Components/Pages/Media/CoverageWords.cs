// The tone of coverage in words: the number alone says nothing to a reader.
namespace CommunicationStrategy.Web.Components.Pages.Media;

internal static class CoverageWords
{
    public static readonly IReadOnlyList<int> Tones = [2, 1, 0, -1, -2];

    public static string ToneKey(int tone) => tone switch
    {
        >= 2 => "media.tone.very-positive",
        1 => "media.tone.positive",
        0 => "media.tone.neutral",
        -1 => "media.tone.negative",
        _ => "media.tone.very-negative",
    };
}
