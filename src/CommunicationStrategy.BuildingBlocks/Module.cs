// A module's one public entry, and how its parts are registered: context, handlers, validators, profiles, events.
using AutoMapper;
using FluentValidation;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using System.Reflection;

namespace CommunicationStrategy.BuildingBlocks;

public interface IModule
{
    void AddServices(IServiceCollection services, IConfiguration configuration);
    void MapEndpoints(IEndpointRouteBuilder routes);
}

/// <summary>A module's context, as the migrator, the dispatcher and the tests see it.</summary>
public sealed record ModuleContext(string Schema, Type ContextType);

/// <summary>Where the data is; bound from the settings' section "Database".</summary>
public sealed class DatabaseOptions
{
    public string Provider { get; set; } = "Sqlite";
    public string ConnectionString { get; set; } = "";
}

public static class ModuleRegistration
{
    /// <summary>The mediator and what every request passes. The order is the order of the gates.</summary>
    public static IServiceCollection AddBuildingBlocks(this IServiceCollection services)
    {
        services.AddScoped<CallerScope>();
        services.AddScoped<ServiceFactory>(p => p.GetRequiredService);
        services.AddScoped<IMediator, Mediator>();
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(LoggingBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(AuthorizationBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(ValidationBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(ConflictBehavior<,>));
        services.AddScoped<IRequestHandler<DispatchOutbox, Result>, DispatchOutboxHandler>();
        services.AddScoped<SaveInterceptor>();
        services.AddSingleton<Projection>();
        services.AddSingleton(typeof(EventDelivery<>));
        services.TryAddSingleton<TimeProvider>(new OfficeClock(TimeZoneInfo.FindSystemTimeZoneById("Europe/Chisinau")));
        return services;
    }

    /// <summary>Registers everything a module's assembly holds.</summary>
    public static IServiceCollection AddModule<TContext>(this IServiceCollection services, string schema)
        where TContext : ModuleDbContext
    {
        services.AddSingleton(new ModuleContext(schema, typeof(TContext)));
        services.AddDbContext<TContext>((provider, options) =>
        {
            provider.GetRequiredService<IDatabase>().Configure(options, provider.GetRequiredService<DatabaseOptions>().ConnectionString, schema);
            options.AddInterceptors(provider.GetRequiredService<SaveInterceptor>());
        });
        var assembly = typeof(TContext).Assembly;
        services.AddValidatorsFromAssembly(assembly, includeInternalTypes: true);
        foreach (var type in assembly.GetTypes().Where(t => t is { IsAbstract: false, IsClass: true }))
        {
            if (type.IsSubclassOf(typeof(Profile))) services.AddSingleton(typeof(Profile), type);
            foreach (var contract in type.GetInterfaces().Where(i => i.IsGenericType))
            {
                var definition = contract.GetGenericTypeDefinition();
                if (definition == typeof(IRequestHandler<,>)) services.AddScoped(contract, type);
                if (definition != typeof(IEventHandler<>)) continue;
                var eventType = contract.GetGenericArguments()[0];
                services.TryAddScoped(type);
                services.AddSingleton(new EventSubscription(eventType.GetCustomAttribute<EventNameAttribute>()!.Name, eventType, type, typeof(TContext)));
            }
        }

        return services;
    }
}
