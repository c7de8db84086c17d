// How calendar feeds lie in their tables. What was published follows from the plan, whose changes are on record: it is not audited.
using CommunicationStrategy.ActionPlan.Domain;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunicationStrategy.ActionPlan.Data;

internal sealed class CalendarFeedConfiguration : IEntityTypeConfiguration<CalendarFeed>
{
    public void Configure(EntityTypeBuilder<CalendarFeed> builder)
    {
        builder.Ignore(f => f.IsOpen);
        builder.Property(f => f.TokenHash).HasMaxLength(CalendarFeed.HashLength).IsSecret();
        builder.Property(f => f.Language).HasMaxLength(2);
        builder.HasOne<Plan>().WithMany().HasForeignKey(f => f.PlanId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(f => f.TokenHash).IsUnique();
        builder.HasIndex(f => f.InstitutionId);
    }
}

internal sealed class FeedItemConfiguration : IEntityTypeConfiguration<FeedItem>
{
    public void Configure(EntityTypeBuilder<FeedItem> builder)
    {
        builder.HasAnnotation(ModuleDbContext.NotAudited, true);
        builder.Property(i => i.Title).HasMaxLength(FeedItem.TitleLength);
        builder.HasOne<CalendarFeed>().WithMany().HasForeignKey(i => i.FeedId);
        builder.HasIndex(i => new { i.FeedId, i.SubjectId }).IsUnique();
    }
}
