// Which quarters an indicator's owner is asked about.
namespace CommunicationStrategy.Monitoring.Domain;

internal static class AskedFigures
{
    /// <summary>Half-yearly figures are asked for the second and the fourth quarter, yearly ones for the fourth; one that is taken once, until it was said.</summary>
    /// <param name="closesOn">The last day on which the quarter's figures are owed: what cannot be had by then is not asked.</param>
    public static bool IsAsked(IndicatorPassport passport, Quarter quarter, DateOnly closesOn, bool everSaid) =>
        passport.Automatic is null && !(passport.NextAvailable > closesOn) && passport.Frequency switch
        {
            Frequency.HalfYearly => quarter.Number is 2 or 4,
            Frequency.Yearly => quarter.Number == 4,
            Frequency.Once => !everSaid,
            _ => true,
        };
}
