// The Media module's one public entry.
using CommunicationStrategy.Media.Data;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CommunicationStrategy.Media;

public sealed class MediaModule : IModule
{
    public void AddServices(IServiceCollection services, IConfiguration configuration) => services.AddModule<MediaDbContext>("media");

    public void MapEndpoints(IEndpointRouteBuilder routes)
    {
    }
}
