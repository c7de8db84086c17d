// The rules for a person's fields, shared by the requests that set them.
using CommunicationStrategy.Access.Data;

namespace CommunicationStrategy.Access.Features.People;

internal static class PersonRules
{
    public static IRuleBuilder<T, string> PersonName<T>(this IRuleBuilder<T, string> rule) => rule.NotEmpty().MaximumLength(Person.NameLength);

    public static IRuleBuilder<T, string> PersonEmail<T>(this IRuleBuilder<T, string> rule) => rule.NotEmpty().MaximumLength(Person.EmailLength).EmailAddress();

    public static IRuleBuilder<T, string> PersonLanguage<T>(this IRuleBuilder<T, string> rule) => rule.Must(l => LocalizedText.Languages.Contains(l));
}
