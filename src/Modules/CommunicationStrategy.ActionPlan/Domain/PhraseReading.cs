// What an officer read in the words of a deadline, remembered for the same words in the same plan.
namespace CommunicationStrategy.ActionPlan.Domain;

internal sealed class PhraseReading(Guid planId, string key, string asWritten) : Root
{
    public const int KeyLength = 400;

    public Guid PlanId { get; private set; } = planId;

    /// <summary>The words without case, diacritics and repeated blanks.</summary>
    public string Key { get; private set; } = key;
    public string AsWritten { get; private set; } = asWritten;
    public DateOnly? Start { get; private set; }
    public DateOnly Due { get; private set; }

    public static string KeyOf(string words)
    {
        var key = SearchText.Fold(words);
        return key.Length > KeyLength ? key[..KeyLength] : key;
    }

    public void Read(DateOnly? start, DateOnly due) => (Start, Due) = (start, due);
}
