namespace OfficeWorkflow.Server.Ui;

/// <summary>One line of the menu.</summary>
/// <param name="Address">Where it leads; also what a page gives <c>Shell</c> as <c>Here</c>.</param>
/// <param name="Part">The daily work, or what is behind it.</param>
/// <param name="Roles">Who sees it; empty for everyone.</param>
public sealed record MenuEntry(string Label, string Address, MenuPart Part, IReadOnlyList<string> Roles)
{
    public MenuEntry(string label, string address, MenuPart part)
        : this(label, address, part, [])
    {
    }

    public bool IsFor(Viewer viewer) => Roles.Count == 0 || Roles.Any(viewer.Has);
}
