// How imports and remembered layouts lie in their tables. Cells are large and of no interest to the audit.
using CommunicationStrategy.ActionPlan.Domain.Imports;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunicationStrategy.ActionPlan.Data;

internal sealed class ImportBatchConfiguration : IEntityTypeConfiguration<ImportBatch>
{
    public void Configure(EntityTypeBuilder<ImportBatch> builder)
    {
        builder.ToTable("Imports");
        builder.Property(i => i.FileName).HasMaxLength(255);
        builder.Property(i => i.FileHash).HasMaxLength(64);
        builder.Property(i => i.Language).HasMaxLength(2);
        builder.Property(i => i.LayoutKey).HasMaxLength(64);
        // The audit notes that they changed; the texts themselves stay here and with the activities.
        foreach (var json in new[] { nameof(ImportBatch.HeadersJson), nameof(ImportBatch.RowsJson), nameof(ImportBatch.ColumnsJson), nameof(ImportBatch.FileFindingsJson), nameof(ImportBatch.FindingsJson), nameof(ImportBatch.CountsJson), nameof(ImportBatch.DifferencesJson), nameof(ImportBatch.EffectsJson) })
        {
            builder.Property(json).HasAnnotation(ModuleDbContext.Secret, true);
        }

        builder.HasIndex(i => i.PlanId);
    }
}

internal sealed class ImportLayoutConfiguration : IEntityTypeConfiguration<ImportLayout>
{
    public void Configure(EntityTypeBuilder<ImportLayout> builder)
    {
        builder.ToTable("ImportLayouts");
        builder.Property(l => l.Key).HasMaxLength(64);
        builder.HasIndex(l => l.Key).IsUnique();
    }
}
