// The Monitoring module's tables.
using CommunicationStrategy.Monitoring.Domain;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunicationStrategy.Monitoring.Data;

internal sealed class MonitoringDbContext(DbContextOptions<MonitoringDbContext> options) : ModuleDbContext(options, "monitoring")
{
    public DbSet<Evaluation> Evaluations => Set<Evaluation>();
    public DbSet<Indicator> Indicators => Set<Indicator>();
    public DbSet<IndicatorValue> Values => Set<IndicatorValue>();
    public DbSet<Assessment> Assessments => Set<Assessment>();
    public DbSet<Finding> Findings => Set<Finding>();
    public DbSet<Recommendation> Recommendations => Set<Recommendation>();
    public DbSet<KeptFile> Files => Set<KeptFile>();
    public DbSet<Erratum> Errata => Set<Erratum>();
}

internal sealed class EvaluationConfiguration : IEntityTypeConfiguration<Evaluation>
{
    public void Configure(EntityTypeBuilder<Evaluation> builder)
    {
        builder.ToTable("Evaluations");
        builder.Property(e => e.PlanCode).HasMaxLength(Evaluation.CodeLength);
        builder.Property(e => e.Period).HasMaxLength(Evaluation.PeriodLength);
        builder.Property(e => e.Reason).HasMaxLength(Evaluation.ReasonLength);
        builder.Property(e => e.ContentHash).HasMaxLength(Evaluation.HashLength);
        builder.Property(e => e.AuditSeal).HasMaxLength(Evaluation.HashLength);
        builder.Property(e => e.ComputedBy).HasMaxLength(200);
        builder.Property(e => e.ApprovedBy).HasMaxLength(200);
        // Large, and its hash says as much about a change: the audit notes only that it changed.
        builder.Property(e => e.Snapshot).IsSecret();
        builder.HasIndex(e => new { e.PlanId, e.Period, e.Revision }).IsUnique();
        builder.HasIndex(e => new { e.State, e.ApprovedAt });
    }
}

internal sealed class IndicatorConfiguration : IEntityTypeConfiguration<Indicator>
{
    public void Configure(EntityTypeBuilder<Indicator> builder)
    {
        builder.ToTable("Indicators");
        builder.Property(i => i.Code).HasMaxLength(Indicator.CodeLength);
        builder.Property(i => i.SortKey).HasMaxLength(Indicator.CodeLength * 8);
        builder.Property(i => i.Objective).HasMaxLength(Indicator.ObjectiveLength);
        builder.Property(i => i.ObjectiveKey).HasMaxLength(Indicator.ObjectiveLength * 8);
        builder.HasIndex(i => new { i.PlanId, i.Code }).IsUnique();
        builder.HasMany(i => i.Definitions).WithOne().HasForeignKey(d => d.IndicatorId);
    }
}

internal sealed class IndicatorDefinitionConfiguration : IEntityTypeConfiguration<IndicatorDefinition>
{
    public void Configure(EntityTypeBuilder<IndicatorDefinition> builder)
    {
        builder.ToTable("IndicatorDefinitions");
        builder.Property(d => d.FromPeriod).HasMaxLength(Evaluation.PeriodLength);
        builder.Property(d => d.Reason).HasMaxLength(Indicator.ReasonLength);
        builder.HasIndex(d => new { d.IndicatorId, d.Number }).IsUnique();
    }
}

internal sealed class IndicatorValueConfiguration : IEntityTypeConfiguration<IndicatorValue>
{
    public void Configure(EntityTypeBuilder<IndicatorValue> builder)
    {
        builder.ToTable("IndicatorValues");
        builder.Property(v => v.Period).HasMaxLength(Evaluation.PeriodLength);
        builder.Property(v => v.Value).HasPrecision(24, 6);
        builder.Property(v => v.Text).HasMaxLength(IndicatorValue.TextLength);
        builder.Property(v => v.Source).HasMaxLength(IndicatorValue.TextLength);
        builder.Property(v => v.Note).HasMaxLength(IndicatorValue.TextLength);
        builder.Property(v => v.Evidence).HasMaxLength(IndicatorValue.LinkLength);
        builder.HasIndex(v => new { v.IndicatorId, v.Period }).IsUnique();
        builder.HasIndex(v => new { v.PlanId, v.Period });
    }
}

internal sealed class AssessmentConfiguration : IEntityTypeConfiguration<Assessment>
{
    public void Configure(EntityTypeBuilder<Assessment> builder)
    {
        builder.ToTable("Assessments");
        builder.Property(a => a.Period).HasMaxLength(Evaluation.PeriodLength);
        builder.Property(a => a.Subject).HasMaxLength(Assessment.SubjectLength);
        builder.Property(a => a.Mark).HasMaxLength(40);
        builder.Property(a => a.Suggested).HasMaxLength(40);
        builder.Property(a => a.Note).HasMaxLength(Assessment.NoteLength);
        builder.Property(a => a.Evidence).HasMaxLength(Assessment.EvidenceLength);
        builder.Property(a => a.By).HasMaxLength(200);
        builder.HasIndex(a => new { a.PlanId, a.Period, a.Kind, a.Subject });
    }
}

internal sealed class FindingConfiguration : IEntityTypeConfiguration<Finding>
{
    public void Configure(EntityTypeBuilder<Finding> builder)
    {
        builder.ToTable("Findings");
        builder.Property(f => f.Period).HasMaxLength(Evaluation.PeriodLength);
        builder.Property(f => f.About).HasMaxLength(Assessment.SubjectLength);
        builder.Property(f => f.Evidence).HasMaxLength(Assessment.EvidenceLength);
        builder.HasIndex(f => new { f.PlanId, f.Period });
    }
}

internal sealed class RecommendationConfiguration : IEntityTypeConfiguration<Recommendation>
{
    public void Configure(EntityTypeBuilder<Recommendation> builder)
    {
        builder.ToTable("Recommendations");
        builder.Property(r => r.Period).HasMaxLength(Evaluation.PeriodLength);
        builder.Property(r => r.Note).HasMaxLength(Recommendation.NoteLength);
        builder.Property(r => r.Evidence).HasMaxLength(Assessment.EvidenceLength);
        builder.HasIndex(r => new { r.PlanId, r.Number }).IsUnique();
    }
}

internal sealed class KeptFileConfiguration : IEntityTypeConfiguration<KeptFile>
{
    public void Configure(EntityTypeBuilder<KeptFile> builder)
    {
        builder.ToTable("Files");
        builder.Property(f => f.Language).HasMaxLength(5);
        builder.Property(f => f.Format).HasMaxLength(10);
        builder.Property(f => f.Name).HasMaxLength(400);
        builder.Property(f => f.Sha256).HasMaxLength(Evaluation.HashLength);
        builder.Property(f => f.Content).IsSecret();
        builder.HasIndex(f => new { f.EvaluationId, f.Language, f.Format }).IsUnique();
    }
}

internal sealed class ErratumConfiguration : IEntityTypeConfiguration<Erratum>
{
    public void Configure(EntityTypeBuilder<Erratum> builder)
    {
        builder.ToTable("Errata");
        builder.Property(e => e.Place).HasMaxLength(Erratum.PlaceLength);
        builder.Property(e => e.Printed).HasMaxLength(Erratum.TextLength);
        builder.Property(e => e.Correct).HasMaxLength(Erratum.TextLength);
        builder.Property(e => e.By).HasMaxLength(200);
        builder.HasIndex(e => new { e.EvaluationId, e.Number }).IsUnique();
    }
}
