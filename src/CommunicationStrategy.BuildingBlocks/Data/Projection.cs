// The one door to AutoMapper: projecting queries in the database. Nothing is mapped in memory (ADR 0003).
using AutoMapper;
using AutoMapper.Configuration;
using AutoMapper.QueryableExtensions;
using System.Reflection;

namespace CommunicationStrategy.BuildingBlocks;

/// <summary>Projects a query to rows by the profiles that stand beside the rows.</summary>
public sealed class Projection
{
    private readonly MapperConfiguration configuration;

    public Projection(IEnumerable<Profile> profiles)
    {
        var expression = new Expression { CreateMissingTypeMaps = false };
        foreach (var profile in profiles) expression.AddProfile(profile);
        expression.ForAllMaps((_, map) => map.MaxDepth(1));
        configuration = new MapperConfiguration(expression);
    }

    public IQueryable<TRow> To<TRow>(IQueryable query) => query.ProjectTo<TRow>(configuration);

    public void AssertIsValid() => configuration.AssertConfigurationIsValid();

    // AutoMapper 8 looks for LINQ's extension methods by reflection and trips over MaxInteger of .NET 7 and later.
    private sealed class Expression : MapperConfigurationExpression, IProfileConfiguration
    {
        IEnumerable<MethodInfo> IProfileConfiguration.SourceExtensionMethods => [];
    }
}
