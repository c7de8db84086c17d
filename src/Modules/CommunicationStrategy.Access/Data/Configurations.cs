// How the Access module's rows are stored. Identity's tables are set up by hand: its own base context cannot be ours.
using CommunicationStrategy.Access.Domain;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunicationStrategy.Access.Data;

internal sealed class PersonConfiguration : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Ignore(p => p.Roles);
        builder.Property(p => p.DisplayName).HasMaxLength(Person.NameLength);
        builder.Property(p => p.RoleNames).HasMaxLength(200);
        builder.Property(p => p.Language).HasMaxLength(2);
        builder.Property(p => p.SearchText).HasMaxLength(500);
        builder.Property(p => p.UserName).HasMaxLength(Person.EmailLength);
        builder.Property(p => p.NormalizedUserName).HasMaxLength(Person.EmailLength);
        builder.Property(p => p.Email).HasMaxLength(Person.EmailLength);
        builder.Property(p => p.NormalizedEmail).HasMaxLength(Person.EmailLength);
        builder.Property(p => p.PhoneNumber).HasMaxLength(40);
        builder.Property(p => p.PasswordHash).HasMaxLength(300).IsSecret();
        builder.Property(p => p.SecurityStamp).HasMaxLength(100).IsSecret();
        builder.Property(p => p.ConcurrencyStamp).HasMaxLength(100).IsConcurrencyToken().IsSecret();
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.HasIndex(p => p.NormalizedUserName).IsUnique();
        builder.HasIndex(p => p.NormalizedEmail);
        builder.HasMany<IdentityUserClaim<Guid>>().WithOne().HasForeignKey(c => c.UserId).IsRequired();
        builder.HasMany<IdentityUserLogin<Guid>>().WithOne().HasForeignKey(l => l.UserId).IsRequired();
        builder.HasMany<IdentityUserToken<Guid>>().WithOne().HasForeignKey(t => t.UserId).IsRequired();
        builder.HasMany<Session>().WithOne().HasForeignKey(s => s.PersonId).IsRequired();
        builder.HasMany<OneTimeLink>().WithOne().HasForeignKey(l => l.PersonId);
    }
}

internal sealed class PersonClaimConfiguration : IEntityTypeConfiguration<IdentityUserClaim<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserClaim<Guid>> builder)
    {
        builder.ToTable("PersonClaims");
        builder.Property(c => c.ClaimType).HasMaxLength(200);
        builder.Property(c => c.ClaimValue).HasMaxLength(1000);
    }
}

internal sealed class PersonLoginConfiguration : IEntityTypeConfiguration<IdentityUserLogin<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserLogin<Guid>> builder)
    {
        builder.ToTable("PersonLogins");
        builder.HasKey(l => new { l.LoginProvider, l.ProviderKey });
        builder.Property(l => l.LoginProvider).HasMaxLength(128);
        builder.Property(l => l.ProviderKey).HasMaxLength(128);
        builder.Property(l => l.ProviderDisplayName).HasMaxLength(200);
    }
}

internal sealed class PersonTokenConfiguration : IEntityTypeConfiguration<IdentityUserToken<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> builder)
    {
        builder.ToTable("PersonTokens");
        builder.HasKey(t => new { t.UserId, t.LoginProvider, t.Name });
        builder.Property(t => t.LoginProvider).HasMaxLength(128);
        builder.Property(t => t.Name).HasMaxLength(128);
        builder.Property(t => t.Value).IsSecret();
    }
}

internal sealed class OneTimeLinkConfiguration : IEntityTypeConfiguration<OneTimeLink>
{
    public void Configure(EntityTypeBuilder<OneTimeLink> builder)
    {
        builder.Property(l => l.TokenHash).HasMaxLength(64).IsSecret();
        builder.HasIndex(l => l.TokenHash).IsUnique();
    }
}

internal sealed class SessionConfiguration : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        // The last sign-in is on record at the person; a row per request of a browser would only drown the audit log.
        builder.HasAnnotation(ModuleDbContext.NotAudited, true);
        builder.Property(s => s.Stamp).HasMaxLength(100);
    }
}

internal sealed class DataProtectionKeyConfiguration : IEntityTypeConfiguration<DataProtectionKey>
{
    public void Configure(EntityTypeBuilder<DataProtectionKey> builder)
    {
        builder.Property(k => k.FriendlyName).HasMaxLength(200);
        builder.Property(k => k.Xml).IsSecret();
    }
}
