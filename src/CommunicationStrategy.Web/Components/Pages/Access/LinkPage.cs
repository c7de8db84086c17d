// The base of the two pages behind one-time links. Opening one changes nothing; sending its form uses the link up.
using CommunicationStrategy.Access;
using CommunicationStrategy.Access.Domain;
using CommunicationStrategy.Access.Features.Sessions;
using CommunicationStrategy.Access.Features.SetUp;
using CommunicationStrategy.Web.Components.Shared;
using Microsoft.AspNetCore.Components;

namespace CommunicationStrategy.Web.Components.Pages.Access;

public abstract class LinkPage(OneTimeLinkPurpose purpose) : AppPage
{
    [Parameter] public string Token { get; set; } = "";
    [SupplyParameterFromForm] protected LinkForm Input { get; set; } = null!;

    /// <summary>What is known of the link; null when there is no such link.</summary>
    protected OneTimeLinkRow? Link { get; private set; }

    protected override async Task OnInitializedAsync()
    {
        // The address is the key: it must not reach another site, nor a cache.
        Http.Response.Headers["Referrer-Policy"] = "no-referrer";
        Http.Response.Headers.CacheControl = "no-store";
        Link = await Ask(new GetOneTimeLink(Token, purpose));
        if (Link is { State: not OneTimeLinkState.Open }) Http.Response.StatusCode = StatusCodes.Status410Gone;
        Input ??= new LinkForm { DisplayName = Link?.DisplayName, Email = Link?.Email };
    }

    /// <summary>Uses the link by this command, comes in, and goes to the overview.</summary>
    protected async Task Enter(ICommand<SignedIn> command)
    {
        if (Link?.State != OneTimeLinkState.Open) return;
        if (Input.Password != Input.PasswordAgain)
        {
            Refused = Failure.Invalid(nameof(Input.PasswordAgain), "access.password-differs", "The two passwords differ.");
            Http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        var (done, signedIn) = await Do(command);
        if (!done) return;
        await Http.StartSessionAsync(signedIn!);
        Preferences.SuggestLanguage(Http, signedIn!.Language);
        Done("/", "access.link.welcome", Input.DisplayName ?? "");
    }
}

public sealed class LinkForm
{
    public string? DisplayName { get; set; }
    public string? Email { get; set; }
    public string? Password { get; set; }
    public string? PasswordAgain { get; set; }
}
