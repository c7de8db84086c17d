// What a form hands down to its fields: how they are named, what was refused, and where their texts are.
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace CommunicationStrategy.Web.Components.Shared;

/// <param name="Prefix">"Input." in forms that are posted: the page's model is the property Input. "" in filters.</param>
/// <param name="Texts">Where labels are found: "stakeholders.institution" gives "stakeholders.institution.Name", its hint "….Name.hint".</param>
public sealed record FormState(string Prefix, string? Texts, Failure? Refused, FormMappingContext? Mapping)
{
    public IEnumerable<FieldError> ErrorsOf(string field) =>
        Refused?.Fields.Where(f => f.Field == field || f.Field.StartsWith(field + ".", StringComparison.Ordinal) || f.Field.StartsWith(field + "[", StringComparison.Ordinal)) ?? [];

    /// <summary>What was typed and could not be read, so that it is shown again.</summary>
    public string? Attempted(string field) => Mapping?.GetAttemptedValue(Prefix + field);

    public static string IdOf(string field) => "field-" + field;

    public static string FieldOf(string path) => path.StartsWith("Input.", StringComparison.Ordinal) ? path["Input.".Length..] : path;
}

/// <summary>One choice of a list.</summary>
public sealed record Option(string Value, string Text);

/// <summary>What every field has: a name, a label, perhaps a hint, and its errors.</summary>
public abstract class FieldBase : ComponentBase
{
    [Inject] protected Texts T { get; set; } = null!;
    [CascadingParameter] protected FormState Form { get; set; } = new("Input.", null, null, null);

    /// <summary>The property's name in the model and, for errors, in the request.</summary>
    [Parameter, EditorRequired] public string Name { get; set; } = "";

    /// <summary>Left out: the text "{Form.Texts}.{Name}".</summary>
    [Parameter] public string? Label { get; set; }
    [Parameter] public string? Hint { get; set; }
    [Parameter] public bool Required { get; set; }
    [Parameter] public bool Disabled { get; set; }

    /// <summary>Classes of the frame, for columns: "col-md-6".</summary>
    [Parameter] public string Class { get; set; } = "";

    protected string Id => FormState.IdOf(Name);
    protected string FullName => Form.Prefix + Name;
    protected bool Wrong => Form.ErrorsOf(Name).Any();
    protected string? Invalid => Wrong ? "true" : null;
    protected string LabelText => Label ?? T[$"{Form.Texts}.{Name}"];
    protected string? HintText => Hint ?? (Form.Texts is { } texts ? T.Find($"{texts}.{Name}.hint") : null);
    protected string? DescribedBy => string.Join(' ', new[] { HintText is null ? null : Id + "-hint", Wrong ? Id + "-error" : null }.Where(i => i is not null)) is { Length: > 0 } ids ? ids : null;
    protected string Control(string kind) => Wrong ? kind + " is-invalid" : kind;
}
