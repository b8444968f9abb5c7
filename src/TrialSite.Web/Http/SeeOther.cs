using Microsoft.AspNetCore.Mvc;

namespace TrialSite.Web.Http;

/// <summary>303: the form was taken; what came of it is shown at another address, which can be read again without sending the form again.</summary>
internal sealed class SeeOther(string address) : StatusCodeResult(StatusCodes.Status303SeeOther)
{
    public override void ExecuteResult(ActionContext context)
    {
        context.HttpContext.Response.Headers.Location = address;
        base.ExecuteResult(context);
    }
}
