using OfficeWorkflow.Server.Channels.Documents.Qr;

namespace OfficeWorkflow.Server.Channels.Documents.Layout;

/// <summary>Draws a code for phones at the left, and what it is for beside it.</summary>
internal static class CodePainter
{
    private const double Edge = 96;
    private const double Beside = 12;
    private const int Quiet = 4;

    public static void Put(Flow flow, Block.Code block)
    {
        if (flow.Room < Edge)
        {
            flow.NextPage();
        }

        if (QrCode.Of(block.Address) is { } code)
        {
            Draw(flow, code);
        }

        var beside = Flow.Margin + Edge + Beside;
        var lines = LineBreaker.Break(flow.Face, block.Caption, (Flow.Width - Edge - Beside) * 1000 / TextStyle.Body.Size);
        var top = flow.Top + 12;
        foreach (var line in lines)
        {
            Flow.Set(flow.Page, line, TextStyle.Body, Side.Start, beside, top, Flow.Width - Edge - Beside);
            top += TextStyle.Body.Leading;
        }

        flow.Advance(Edge);
    }

    private static void Draw(Flow flow, QrCode code)
    {
        var module = Edge / (code.Size + (2 * Quiet));
        for (var row = 0; row < code.Size; row++)
        {
            for (var column = 0; column < code.Size; column++)
            {
                if (code[row, column])
                {
                    flow.Page.Fill(Flow.Margin + ((column + Quiet) * module), flow.Top + ((row + Quiet) * module), module, module, gray: 0);
                }
            }
        }
    }
}
