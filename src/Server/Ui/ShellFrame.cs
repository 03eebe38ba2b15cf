namespace OfficeWorkflow.Server.Ui;

/// <summary>What surrounds every page, handed to <c>Shell</c> by cascade so that pages need not carry it.</summary>
/// <param name="Viewer">Who looks, or null before sign-in and for guests: then there is no menu.</param>
/// <param name="RehearsalAt">The rehearsal clock (予行), or null on a real server.</param>
/// <param name="Path">The address of the request, to come back to.</param>
public sealed record ShellFrame(Viewer? Viewer, IReadOnlyList<MenuEntry> Menu, DateTimeOffset? RehearsalAt, string Path)
{
    public IEnumerable<MenuEntry> Entries(MenuPart part) =>
        Viewer is null ? [] : Menu.Where(entry => entry.Part == part && entry.IsFor(Viewer));
}
