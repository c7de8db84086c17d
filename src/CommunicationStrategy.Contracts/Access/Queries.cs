// What the Access module answers to other modules.
using CommunicationStrategy.BuildingBlocks;

namespace CommunicationStrategy.Contracts.Access;

/// <summary>The people who run the office: officers and the head of the secretariat who may sign in.</summary>
[AnyCaller]
public sealed record GetOffice : IQuery<IReadOnlyList<OfficePerson>>;

/// <param name="Language">ISO 639-1: the language in which the person is written to.</param>
public sealed record OfficePerson(Guid Id, string Name, string Email, string Language, bool IsHead);
