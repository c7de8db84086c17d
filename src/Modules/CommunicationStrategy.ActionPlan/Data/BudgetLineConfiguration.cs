// How the money lies in its table.
using CommunicationStrategy.ActionPlan.Domain;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunicationStrategy.ActionPlan.Data;

internal sealed class BudgetLineConfiguration : IEntityTypeConfiguration<BudgetLine>
{
    public void Configure(EntityTypeBuilder<BudgetLine> builder)
    {
        builder.Property(l => l.Funder).HasMaxLength(BudgetLine.FunderLength);
        builder.Property(l => l.FunderKey).HasMaxLength(BudgetLine.FunderLength);
        builder.Property(l => l.Planned).HasPrecision(18, BudgetLine.Decimals);
        builder.Property(l => l.Allocated).HasPrecision(18, BudgetLine.Decimals);
        builder.Property(l => l.Committed).HasPrecision(18, BudgetLine.Decimals);
        builder.Property(l => l.Spent).HasPrecision(18, BudgetLine.Decimals);
        builder.Property(l => l.Currency).HasMaxLength(3);
        builder.Property(l => l.Rate).HasPrecision(18, BudgetLine.RateDecimals);
        builder.Property(l => l.RateSource).HasMaxLength(BudgetLine.FunderLength);
        builder.Property(l => l.AsWritten).HasMaxLength(BudgetLine.TextLength);
        builder.Property(l => l.Note).HasMaxLength(BudgetLine.TextLength);
        builder.HasOne<Activity>().WithMany().HasForeignKey(l => l.ActivityId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Plan>().WithMany().HasForeignKey(l => l.PlanId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(l => new { l.ActivityId, l.Year, l.Source, l.FunderKey }).IsUnique();
    }
}
