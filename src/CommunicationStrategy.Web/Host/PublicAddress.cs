// The address people use, for links in mails: the setting, else the address listened on.
using CommunicationStrategy.Notifications;

namespace CommunicationStrategy.Web.Host;

internal sealed class PublicAddress(HostSettings settings) : IPublicAddress
{
    /// <summary>Set once, when the server has bound its port.</summary>
    public static string Listening { get; set; } = "";

    public string Value => settings.PublicUrl.Length > 0 ? settings.PublicUrl : Listening.Length > 0 ? Listening : $"http://{settings.Address}:{settings.Port}";

    public string OfficeName => settings.OfficeName;
}
