// The Strategy module's tables.
using CommunicationStrategy.Strategy.Domain;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunicationStrategy.Strategy.Data;

internal sealed class StrategyDbContext(DbContextOptions<StrategyDbContext> options) : ModuleDbContext(options, "strategy")
{
    public DbSet<StrategyDocument> Strategies => Set<StrategyDocument>();
}

internal sealed class StrategyDocumentConfiguration : IEntityTypeConfiguration<StrategyDocument>
{
    public void Configure(EntityTypeBuilder<StrategyDocument> builder)
    {
        builder.ToTable("Strategies");
        builder.Property(s => s.Code).HasMaxLength(40);
        builder.Property(s => s.LegalAct).HasMaxLength(300);
        builder.HasIndex(s => s.Code).IsUnique();
        builder.HasMany(s => s.Problems).WithOne().HasForeignKey(p => p.StrategyDocumentId);
        builder.HasMany(s => s.Groups).WithOne().HasForeignKey(g => g.StrategyDocumentId);
        builder.HasMany(s => s.Messages).WithOne().HasForeignKey(m => m.StrategyDocumentId);
        builder.HasMany(s => s.Objectives).WithOne().HasForeignKey(o => o.StrategyDocumentId);
    }
}

internal sealed class PriorityProblemConfiguration : IEntityTypeConfiguration<PriorityProblem>
{
    public void Configure(EntityTypeBuilder<PriorityProblem> builder)
    {
        builder.ToTable("Problems");
        builder.HasIndex(p => new { p.StrategyDocumentId, p.Number }).IsUnique();
    }
}

internal sealed class TargetGroupConfiguration : IEntityTypeConfiguration<TargetGroup>
{
    public void Configure(EntityTypeBuilder<TargetGroup> builder)
    {
        builder.ToTable("TargetGroups");
        builder.HasIndex(g => new { g.StrategyDocumentId, g.Number }).IsUnique();
    }
}

internal sealed class KeyMessageConfiguration : IEntityTypeConfiguration<KeyMessage>
{
    public void Configure(EntityTypeBuilder<KeyMessage> builder)
    {
        builder.ToTable("KeyMessages");
        builder.HasIndex(m => new { m.StrategyDocumentId, m.Number }).IsUnique();
    }
}

internal sealed class ObjectiveConfiguration : IEntityTypeConfiguration<Objective>
{
    public void Configure(EntityTypeBuilder<Objective> builder)
    {
        builder.ToTable("Objectives");
        builder.Property(o => o.Number).HasMaxLength(40);
        builder.Property(o => o.ProblemNumbers).HasMaxLength(100);
        builder.Ignore(o => o.Problems);
        builder.Ignore(o => o.SortKey);
        builder.HasIndex(o => new { o.StrategyDocumentId, o.Number }).IsUnique();
    }
}
