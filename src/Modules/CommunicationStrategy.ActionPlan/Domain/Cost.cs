// Costs as plans write them: a figure in thousand lei, or words such as "within the approved budget".
using System.Globalization;

namespace CommunicationStrategy.ActionPlan.Domain;

internal static class Cost
{
    /// <summary>
    /// The figure, when the text is nothing but one. Words give none, and neither does "12.000" or "1,200",
    /// which means twelve (one) or twelve thousand depending on who wrote it.
    /// </summary>
    public static decimal? ReadThousand(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var figure = string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
        if (figure.Any(c => !char.IsAsciiDigit(c) && c is not ('.' or ','))) return null;

        var separators = figure.Count(c => c is '.' or ',');
        if (separators > 1) return null;
        var at = figure.IndexOfAny(['.', ',']);
        if (at >= 0 && figure.Length - at - 1 == 3) return null;
        return decimal.TryParse(figure.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;
    }
}
