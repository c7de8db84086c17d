// The names of an activity's fields as people read them, the language of a translated text included.
namespace CommunicationStrategy.Web.Components.Pages.ActionPlan;

internal static class FieldNames
{
    /// <param name="field">"Title.ru", "DeadlineWords", "Lead"...</param>
    public static string Of(Texts t, string field)
    {
        var dot = field.IndexOf('.', StringComparison.Ordinal);
        var name = dot < 0 ? field : field[..dot];
        var text = name is "Lead" or "CoImplementer" or "Partner" ? t[$"actionplan.role.{name}"] : t[$"actionplan.field.{name}"];
        return dot < 0 ? text : $"{text} ({field[(dot + 1)..]})";
    }
}
