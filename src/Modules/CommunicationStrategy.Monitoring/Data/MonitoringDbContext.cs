// The Monitoring module's tables.
using CommunicationStrategy.Monitoring.Domain;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunicationStrategy.Monitoring.Data;

internal sealed class MonitoringDbContext(DbContextOptions<MonitoringDbContext> options) : ModuleDbContext(options, "monitoring")
{
    public DbSet<Evaluation> Evaluations => Set<Evaluation>();
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
