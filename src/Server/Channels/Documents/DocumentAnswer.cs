using System.Net.Http.Headers;

namespace OfficeWorkflow.Server.Channels.Documents;

/// <summary>A document as an HTTP answer: never guessed to be something else, never stored on the way.</summary>
internal static class DocumentAnswer
{
    /// <param name="saves">To be saved instead of shown, whatever its kind.</param>
    public static IResult Of(HttpContext http, Document document, byte[] bytes, bool saves)
    {
        var shows = !saves && FileKind.Of(document.MediaType)?.ShowsInBrowser == true;
        var disposition = new ContentDispositionHeaderValue(shows ? "inline" : "attachment") { FileNameStar = document.Name };
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.ContentDisposition = disposition.ToString();
        http.Response.Headers["X-Document-SHA256"] = document.Sha256;

        return TypedResults.Bytes(bytes, document.MediaType);
    }
}
