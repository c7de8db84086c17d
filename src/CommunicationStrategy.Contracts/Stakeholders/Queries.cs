// What the Stakeholders module tells the others: institutions by id, by the name someone wrote, and whom to write to.
using CommunicationStrategy.BuildingBlocks;

namespace CommunicationStrategy.Contracts.Stakeholders;

/// <summary>The institutions with these ids; unknown ids are left out. One statement whatever their number.</summary>
[AnyCaller]
public sealed record GetInstitutions(IReadOnlyCollection<Guid> Ids) : IQuery<IReadOnlyList<InstitutionInfo>>;

/// <summary>Every institution in use, in the alphabetical order of its Romanian name: for choosing one.</summary>
[AnyCaller]
public sealed record GetInstitutionNames : IQuery<IReadOnlyList<InstitutionInfo>>;

public sealed record InstitutionInfo(Guid Id, LocalizedText Name, LocalizedText Acronym)
{
    /// <summary>The acronym in this language, else the name: what fits into a table cell.</summary>
    public string ShortName(string language) => Acronym[language] ?? Name[language] ?? (Acronym.IsEmpty ? Name.In(language) : Acronym.In(language));
}

/// <summary>
/// Finds institutions by names as plans write them: full name, acronym or remembered alias, folded (case, diacritics,
/// quotes, look-alike letters). An acronym that belongs to several institutions yields candidates, never a guess.
/// </summary>
[AnyCaller]
public sealed record MatchInstitutions(IReadOnlyCollection<string> Names) : IQuery<IReadOnlyList<InstitutionMatch>>;

public sealed record InstitutionMatch(string Name, Guid? InstitutionId, IReadOnlyList<Guid> Candidates);

public enum ContactRole { FocalPoint, Deputy, Head, PressOfficer, Expert, Journalist }

/// <summary>The people to whom reminders of these institutions go: focal points, deputies and heads with an address, in that order.</summary>
[AnyCaller]
public sealed record GetRecipients(IReadOnlyCollection<Guid> InstitutionIds) : IQuery<IReadOnlyList<Recipient>>;

/// <param name="Language">ISO 639-1: the language in which the person is written to.</param>
/// <param name="TimeZone">Of the institution, as IANA names it ("Europe/Vienna"); null: the office's.</param>
public sealed record Recipient(Guid ContactId, Guid InstitutionId, string Name, string Email, string Language, ContactRole Role, string? TimeZone = null);

/// <summary>An officer said which institution is meant by a name that the register did not know.</summary>
[EventName("stakeholders.institution-alias-added.v1")]
public sealed record InstitutionAliasAdded(Guid InstitutionId, string Name) : IIntegrationEvent;
