using System.Globalization;

namespace OfficeWorkflow.Workflows.Comparing;

/// <summary>Says what differs between two sides.</summary>
internal sealed class Sentences(Side before, Side after)
{
    private const string Element = "element";
    private const string Nothing = "なし";

    /// <summary>What differs about one element; facts only, notes and the like apart.</summary>
    public IEnumerable<Difference> Of(string id)
    {
        var was = before.Elements.TryGetValue(id, out var old) ? old : default;
        var isNow = after.Elements.TryGetValue(id, out var now) ? now : default;

        return (was.Facts, isNow.Facts) switch
        {
            (null, { } facts) => IsSaidOfItsStep(id, after) ? [] : [Come(id, isNow.Label, isNow.IsNode, facts)],
            ({ }, null) => IsSaidOfItsStep(id, before) ? [] : [new Difference(id, DifferenceKind.Removed, Element, was.Label, null, $"{was.Label}を消しました。")],
            ({ } facts, { } others) => Changed(id, was.Label, facts, others),
            _ => [],
        };
    }

    /// <summary>Notes, papers, frames.</summary>
    public IEnumerable<Difference> OfThings()
    {
        var (old, now) = (before.Drawing.Things, after.Drawing.Things);
        foreach (var (id, thing) in now.OrderBy(static thing => thing.Key, StringComparer.Ordinal))
        {
            if (!old.TryGetValue(id, out var was))
            {
                yield return new Difference(id, DifferenceKind.Added, Element, null, thing.Text, $"{thing.Kind}「{thing.Text}」を足しました。");
            }
            else if (!string.Equals(was.Kind, thing.Kind, StringComparison.Ordinal) || !string.Equals(was.Raw, thing.Raw, StringComparison.Ordinal))
            {
                yield return new Difference(id, DifferenceKind.Changed, "text", was.Text, thing.Text, $"{thing.Kind}：「{was.Text}」 → 「{thing.Text}」");
            }
        }

        foreach (var (id, thing) in old.Where(thing => !now.ContainsKey(thing.Key)).OrderBy(static thing => thing.Key, StringComparer.Ordinal))
        {
            yield return new Difference(id, DifferenceKind.Removed, Element, thing.Text, null, $"{thing.Kind}「{thing.Text}」を消しました。");
        }
    }

    /// <summary>What was written for other tools, or is not run.</summary>
    public IEnumerable<Difference> OfRest()
    {
        foreach (var (id, rest) in after.Drawing.Rest.OrderBy(static rest => rest.Key, StringComparer.Ordinal))
        {
            if (before.Drawing.Rest.TryGetValue(id, out var was) && !string.Equals(was, rest, StringComparison.Ordinal))
            {
                var label = after.Elements.TryGetValue(id, out var known) ? known.Label : $"「{id}」";
                yield return new Difference(id, DifferenceKind.Changed, "rest", was, rest, $"{label}のそのほかの書き込み(ほかのツールの設定など)が変わりました。");
            }
        }
    }

    private static Difference Come(string id, string label, bool isNode, List<Fact> facts)
    {
        var told = facts.Where(static fact => fact.Property is not ("name" or "source" or "target" or "frame" or "documentation" or "calledVersion" or "step" or "tableOrder"));
        var details = string.Join("、", told.Select(static fact => fact.Label.Length == 0 || fact.Property is "kind" ? fact.Plain : $"{fact.Label}：{fact.Plain}"));

        return new Difference(id, DifferenceKind.Added, Element, null, label, $"{label}を足しました{(details.Length > 0 && (isNode || facts.Count > 2) ? $"({details})" : "")}。");
    }

    private IEnumerable<Difference> Changed(string id, string label, List<Fact> old, List<Fact> now)
    {
        var changes = now.Select(fact => new Change(old.Find(fact.IsSame), fact))
            .Concat(old.Where(fact => !now.Exists(fact.IsSame)).Select(static fact => new Change(fact, null)))
            .Where(change => change.IsOne && !IsSaidOfItsLane(id, change.Fact.Property))
            .ToList();
        foreach (var change in changes.Where(change => !IsToldWithAnother(change, changes)))
        {
            yield return Told(id, label, change, [.. changes.Where(other => string.Equals(other.Fact.With, change.Fact.Property, StringComparison.Ordinal))]);
        }
    }

    private static bool IsToldWithAnother(Change change, List<Change> changes) =>
        changes.Exists(other => string.Equals(other.Fact.Property, change.Fact.With, StringComparison.Ordinal));

    private Difference Told(string id, string label, Change change, List<Change> with)
    {
        var fact = change.Fact;
        var from = Said(change.From, with.ConvertAll(static other => other.Old));
        var to = Said(change.To, with.ConvertAll(static other => other.Now));
        var what = fact.Label.Length == 0 ? label.Trim('「', '」') : $"{label}の{fact.Label}";

        return new Difference(id, DifferenceKind.Changed, fact.Property, from, to, $"{what}：{from ?? Nothing} → {to ?? Nothing}{(fact.Property is "role" ? OfItsLane(id) : "")}");
    }

    /// <summary>A fact and what is set along with it; what only repeats it is left out.</summary>
    private static string? Said(string? plain, List<Fact?> with)
    {
        var others = with.Where(fact => fact is not null && !string.Equals(fact.Plain.Trim('「', '」'), plain?.Trim('「', '」'), StringComparison.Ordinal)).Select(static fact => $"{fact!.Label}：{fact.Plain}").ToList();

        return others.Count == 0 ? plain : $"{plain ?? Nothing}({string.Join("、", others)})";
    }

    /// <summary>A lane that was given to another role says so once, not once more for each step in it.</summary>
    private bool IsSaidOfItsLane(string id, string property) =>
        property is "role"
        && before.Drawing.LaneOf.TryGetValue(id, out var was) && after.Drawing.LaneOf.TryGetValue(id, out var now)
        && string.Equals(was, now, StringComparison.Ordinal)
        && RoleOf(before, was) is var old && !string.Equals(old, RoleOf(after, now), StringComparison.Ordinal);

    private static string? RoleOf(Side side, string id) =>
        side.Elements.TryGetValue(id, out var known) ? known.Facts.Find(static fact => fact.Property is "role")?.Raw : null;

    /// <summary>A lane that came or went because its first step was given to another role is told with that step.</summary>
    private bool IsSaidOfItsStep(string lane, Side side) => side.Order.Exists(step => string.Equals(LaneAlone(step, side), lane, StringComparison.Ordinal));

    private string OfItsLane(string id) => (LaneWith(id, before), LaneWith(id, after)) switch
    {
        ({ } gone, { } come) => $"({before.Elements[gone].Label}を消し、{after.Elements[come].Label}を足しました)",
        (null, { } come) => $"({after.Elements[come].Label}を足しました)",
        ({ } gone, null) => $"({before.Elements[gone].Label}を消しました)",
        _ => "",
    };

    private string? LaneWith(string step, Side side) =>
        LaneAlone(step, side) is { } lane && string.Equals(side.Order.Find(one => string.Equals(LaneAlone(one, side), lane, StringComparison.Ordinal)), step, StringComparison.Ordinal)
            ? lane
            : null;

    /// <summary>The lane of a step that the other side has under another role, where the other side has no such lane.</summary>
    private string? LaneAlone(string step, Side side)
    {
        var other = side == before ? after : before;

        return side.Drawing.LaneOf.TryGetValue(step, out var lane) && side.Elements.ContainsKey(lane) && !other.Elements.ContainsKey(lane)
            && other.Elements.ContainsKey(step) && !string.Equals(RoleOf(side, step), RoleOf(other, step), StringComparison.Ordinal)
            ? lane
            : null;
    }

    private sealed record Change(Fact? Old, Fact? Now)
    {
        public Fact Fact => Now ?? Old!;

        public bool IsOne => !string.Equals(Fact.IsOrder ? From : Old?.Raw, Fact.IsOrder ? To : Now?.Raw, StringComparison.Ordinal);

        public string? From => Fact.IsOrder ? NumbersOf(Old, Now) : IsAlike ? Old?.Raw : Old?.Plain;

        public string? To => Fact.IsOrder ? NumbersOf(Now, Old) : IsAlike ? Now?.Raw : Now?.Plain;

        private bool IsAlike => string.Equals(Old?.Plain, Now?.Plain, StringComparison.Ordinal);

        /// <summary>What stands in both lists, in the order of the one, each by its number in the list before.</summary>
        private string NumbersOf(Fact? order, Fact? other)
        {
            var before = LinesOf(Old);

            return string.Join('、', LinesOf(order).Intersect(LinesOf(other), StringComparer.Ordinal).Select(line => (Array.IndexOf(before, line) + 1).ToString(CultureInfo.InvariantCulture)));
        }

        private static string[] LinesOf(Fact? order) => order?.Raw.Split('\n') ?? [];
    }
}
