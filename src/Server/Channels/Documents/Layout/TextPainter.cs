namespace OfficeWorkflow.Server.Channels.Documents.Layout;

/// <summary>Running text over the whole width, page after page.</summary>
internal static class TextPainter
{
    public static void Put(Flow flow, Block.Text text)
    {
        foreach (var line in LineBreaker.Break(flow.Face, text.Content, Flow.Width * 1000 / text.Style.Size))
        {
            if (flow.Room < text.Style.Leading)
            {
                flow.NextPage();
            }

            Flow.Set(flow.Page, line, text.Style, Side.Start, Flow.Margin, flow.Top, Flow.Width);
            flow.Advance(text.Style.Leading);
        }
    }
}
