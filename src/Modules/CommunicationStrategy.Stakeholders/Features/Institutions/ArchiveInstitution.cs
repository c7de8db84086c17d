// Archiving takes an institution out of lists and matching; restoring undoes it. Nothing is deleted.
using CommunicationStrategy.Stakeholders.Data;
using CommunicationStrategy.Stakeholders.Domain;

namespace CommunicationStrategy.Stakeholders.Features.Institutions;

[Requires(Permission.EditStakeholders)]
public sealed record ArchiveInstitution(Guid Id, bool Archived, int Version) : ICommand;

internal sealed class ArchiveInstitutionHandler(StakeholdersDbContext db) : ICommandHandler<ArchiveInstitution>
{
    public async Task<Result> Handle(ArchiveInstitution command, CancellationToken cancellationToken)
    {
        var institution = await db.Institutions.SingleOrDefaultAsync(i => i.Id == command.Id, cancellationToken);
        if (institution is null) return Failure.NotFound(nameof(Institution), command.Id);

        db.Expect(institution, command.Version);
        var done = command.Archived ? institution.Archive() : institution.Restore();
        if (!done.IsSuccess) return done;

        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}
