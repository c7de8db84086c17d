// An officer says what each column means; the layout is remembered for the next file that looks the same.
using System.Text.Json;
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain.Imports;

namespace CommunicationStrategy.ActionPlan.Features.Imports;

/// <summary>Sets the meaning of every column, in the file's order. The check is to be run next.</summary>
[Requires(Permission.ImportActionPlan)]
public sealed record MapImportColumns(Guid ImportId, IReadOnlyList<PlanColumn> Columns) : ICommand;

internal sealed class MapImportColumnsHandler(ActionPlanDbContext db) : ICommandHandler<MapImportColumns>
{
    public async Task<Result> Handle(MapImportColumns command, CancellationToken cancellationToken)
    {
        var batch = await db.Set<ImportBatch>().SingleOrDefaultAsync(b => b.Id == command.ImportId, cancellationToken);
        if (batch is null) return Failure.NotFound("Import", command.ImportId);

        var mapped = batch.MapColumns(command.Columns);
        if (!mapped.IsSuccess) return mapped;

        var layout = await db.Set<ImportLayout>().SingleOrDefaultAsync(l => l.Key == batch.LayoutKey, cancellationToken);
        if (layout is null) db.Add(new ImportLayout(batch.LayoutKey, JsonSerializer.Serialize(command.Columns)));
        else layout.Remember(command.Columns);
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}
