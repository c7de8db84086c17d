// Who gets a plan's approved evaluations by mail: people in or outside the register, each in a language.
namespace CommunicationStrategy.Notifications.Domain;

internal sealed class DistributionEntry : Root
{
    /// <summary>Of one plan. More than that is a newsletter.</summary>
    public const int Most = 50;
    public const int NameLength = 200;
    public const int EmailLength = 254;

    private DistributionEntry()
    {
    }

    public DistributionEntry(Guid planId, string name, string email, string language) => (PlanId, Name, Email, Language) = (planId, name.Trim(), MailAddress.KeyOf(email), language);

    public Guid PlanId { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>In lower case; on a plan's list once.</summary>
    public string Email { get; private set; } = "";
    public string Language { get; private set; } = "ro";
}
