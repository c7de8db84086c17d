// The Media module's tables.
using CommunicationStrategy.Media.Domain;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunicationStrategy.Media.Data;

internal sealed class MediaDbContext(DbContextOptions<MediaDbContext> options) : ModuleDbContext(options, "media")
{
    public DbSet<CoverageItem> Coverage => Set<CoverageItem>();
}

internal sealed class CoverageItemConfiguration : IEntityTypeConfiguration<CoverageItem>
{
    public void Configure(EntityTypeBuilder<CoverageItem> builder)
    {
        builder.ToTable("Coverage");
        builder.Property(c => c.Outlet).HasMaxLength(200);
        builder.Property(c => c.Title).HasMaxLength(500);
        builder.Property(c => c.Url).HasMaxLength(800);
        builder.Property(c => c.Language).HasMaxLength(2);
        builder.Property(c => c.Quote).HasMaxLength(500);
        builder.HasIndex(c => c.Url).IsUnique();
        builder.HasIndex(c => c.PublishedOn);
        builder.HasIndex(c => c.ActivityId);
    }
}
