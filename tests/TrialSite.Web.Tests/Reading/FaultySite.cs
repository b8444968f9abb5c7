using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace TrialSite.Web.Tests.Reading;

/// <summary>A site that has the fault it is asked for, so that its pages for faults can be read.</summary>
public sealed class FaultySite : PeopleFixture
{
    private const string Header = "Fault";

    public async Task<HttpResponseMessage> Ask(HttpMethod method, int status)
    {
        using var visitor = Visitor();
        using var request = new HttpRequestMessage(method, method == HttpMethod.Post ? Links.Manage : Links.Home);
        request.Headers.Add(Header, $"{status}");
        return await visitor.SendAsync(request);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services => services.Configure<MvcOptions>(options => options.Filters.Add(new Fault())));
    }

    private sealed class Fault : IResourceFilter
    {
        public void OnResourceExecuting(ResourceExecutingContext context)
        {
            var request = context.HttpContext.Request;
            if (int.TryParse(request.Headers[Header], out var status) && !request.Path.StartsWithSegments("/status"))
                context.Result = new StatusCodeResult(status);
        }

        public void OnResourceExecuted(ResourceExecutedContext context)
        {
        }
    }
}
