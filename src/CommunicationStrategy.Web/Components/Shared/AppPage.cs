// The base of every page: how a page asks, acts, and goes on. See docs/pages.md.
using MediatR;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace CommunicationStrategy.Web.Components.Shared;

/// <summary>
/// A page is rendered once, when it knows everything. The framework's own order renders it while it still waits for its answers:
/// then it shows a state that is none, and its parts ask the same database connection at the same time.
/// </summary>
public abstract class AppPage : ComponentBase, IHandleEvent
{
    private bool initialized;

    [Inject] protected IMediator Mediator { get; set; } = null!;
    [Inject] protected Texts T { get; set; } = null!;
    [Inject] protected NavigationManager Nav { get; set; } = null!;
    [Inject] private CallerScope Scope { get; set; } = null!;
    [CascadingParameter] protected HttpContext Http { get; set; } = null!;
    [CascadingParameter] private FormMappingContext? Mapping { get; set; }

    protected Caller Caller => Scope.Current;

    /// <summary>Why the page has nothing to show (not found, forbidden); goes to <c>FailureView</c>.</summary>
    protected Failure? Failure { get; private set; }

    /// <summary>Why what was sent was not accepted; goes to the form (<c>PostForm Refused</c>).</summary>
    protected Failure? Refused { get; set; }

    /// <summary>True while the request is the submission of a form: what was typed must not be overwritten by what is stored.</summary>
    protected bool IsPost => HttpMethods.IsPost(Http.Request.Method);

    public override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        if (!initialized)
        {
            initialized = true;
            OnInitialized();
            await OnInitializedAsync();
        }

        OnParametersSet();
        await OnParametersSetAsync();
        StateHasChanged();
    }

    async Task IHandleEvent.HandleEventAsync(EventCallbackWorkItem item, object? arg)
    {
        await item.InvokeAsync(arg);
        StateHasChanged();
    }

    /// <summary>The answer, or null with <see cref="Failure"/> and the status code set.</summary>
    protected async Task<TValue?> Ask<TValue>(IQuery<TValue> query)
    {
        var result = await Mediator.Send(query, Http.RequestAborted);
        if (result.IsSuccess) return result.Value;
        Failure = result.Failure;
        Http.Response.StatusCode = FailureHttp.Status(result.Failure.Kind);
        return default;
    }

    /// <summary>True when done; else <see cref="Refused"/> says why. What could not be read (a date that is none) is not sent at all.</summary>
    protected async Task<bool> Do(ICommand command)
    {
        if (Unreadable() is { } unreadable) return Refuse(unreadable);
        var result = await Mediator.Send(command, Http.RequestAborted);
        return result.IsSuccess || Refuse(result.Failure);
    }

    /// <summary>Success with the command's value, or false with <see cref="Refused"/> set.</summary>
    protected async Task<(bool Done, TValue? Value)> Do<TValue>(ICommand<TValue> command)
    {
        if (Unreadable() is { } unreadable) return (Refuse(unreadable), default);
        var result = await Mediator.Send(command, Http.RequestAborted);
        return result.IsSuccess ? (true, result.Value) : (Refuse(result.Failure), default);
    }

    /// <summary>Goes to another page of ours and says there what has been done: the text of this key, once.</summary>
    protected void Done(string address, string key, params string[] args)
    {
        Flash.Say(Http, key, args);
        Nav.NavigateTo(Preferences.Local(address));
    }

    /// <summary>Shows the form again with this failure and its status code. Always false, so that it can be returned.</summary>
    protected bool Refuse(Failure failure)
    {
        Refused = failure;
        Http.Response.StatusCode = FailureHttp.Status(failure.Kind);
        return false;
    }

    /// <summary>What was typed and is no date, number or choice; null when all could be read.</summary>
    protected Failure? Unreadable()
    {
        // An empty choice or date is nothing, not a mistake; the rules say whether nothing will do.
        var errors = Mapping?.GetAllErrors().Where(e => !string.IsNullOrEmpty(e.AttemptedValue)).Select(e => new FieldError(FormState.FieldOf(e.Path), "unreadable", "This cannot be read.")).ToList();
        return errors is { Count: > 0 } ? Failure.Invalid(errors) : null;
    }
}
