using System.Xml.Linq;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Workflows.Tests.Generating;

/// <summary>A generated file.</summary>
/// <param name="Results">What may come back from a node, by its id; nothing where it is not named.</param>
/// <param name="Variables">What the case begins with.</param>
internal sealed record Drawn(XElement Root, Dictionary<string, Value.Record[]> Results, Value.Record Variables)
{
    private static readonly string[] Frames = ["definitions", "process", "subProcess"];

    public string Xml => Root.ToString(SaveOptions.DisableFormatting);

    /// <summary>The same file with everything in another order.</summary>
    public string Shuffled(Dice dice)
    {
        var copy = new XElement(Root);
        foreach (var frame in copy.DescendantsAndSelf().Where(static element => Frames.Contains(element.Name.LocalName, StringComparer.Ordinal)).ToList())
        {
            var children = frame.Elements().ToArray();
            dice.Shuffle(children);
            frame.ReplaceNodes(children.Cast<object>().ToArray());
        }

        return copy.ToString(SaveOptions.DisableFormatting);
    }
}
