// How versions and amendments lie in their tables. Frozen lines are a record themselves: the audit does not repeat them.
using CommunicationStrategy.ActionPlan.Domain;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunicationStrategy.ActionPlan.Data;

internal sealed class PlanVersionConfiguration : IEntityTypeConfiguration<PlanVersion>
{
    public void Configure(EntityTypeBuilder<PlanVersion> builder)
    {
        builder.Property(v => v.Act).HasMaxLength(Plan.ActLength);
        builder.HasOne<Plan>().WithMany().HasForeignKey(v => v.PlanId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(v => new { v.PlanId, v.Number }).IsUnique();
    }
}

internal sealed class VersionLineConfiguration : IEntityTypeConfiguration<VersionLine>
{
    public void Configure(EntityTypeBuilder<VersionLine> builder)
    {
        builder.HasAnnotation(ModuleDbContext.NotAudited, ModuleDbContext.WhenCreated);
        builder.Property(l => l.SortKey).HasMaxLength(NaturalOrder.KeyLength);
        builder.HasOne<Activity>().WithMany().HasForeignKey(l => l.ActivityId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(l => new { l.ActivityId, l.FromVersion }).IsUnique();
        builder.HasIndex(l => new { l.PlanId, l.FromVersion, l.ToVersion });
    }
}

internal sealed class AmendmentConfiguration : IEntityTypeConfiguration<Amendment>
{
    public void Configure(EntityTypeBuilder<Amendment> builder)
    {
        builder.Ignore(a => a.IsOpen);
        builder.Property(a => a.Act).HasMaxLength(Plan.ActLength);
        builder.Property(a => a.Reason).HasMaxLength(Activity.ReasonLength);
        builder.Property(a => a.ReturnReason).HasMaxLength(Activity.ReasonLength);
        builder.Property(a => a.ApprovedBy).HasMaxLength(200);
        builder.HasOne<Plan>().WithMany().HasForeignKey(a => a.PlanId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(a => a.Lines).WithOne().HasForeignKey(l => l.AmendmentId);
        builder.HasIndex(a => new { a.PlanId, a.State });
    }
}

internal sealed class AmendedLineConfiguration : IEntityTypeConfiguration<AmendedLine>
{
    public void Configure(EntityTypeBuilder<AmendedLine> builder)
    {
        builder.Property(l => l.Number).HasMaxLength(Activity.NumberLength);
        builder.Property(l => l.Note).HasMaxLength(Activity.ReasonLength);
    }
}
