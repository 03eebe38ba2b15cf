using System.Globalization;
using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Workflows.Expressions;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Server.Tests.Automation.Forms;

public class AnswerReaderTests
{
    private static readonly FormField Needs = new("needs", FieldType.Rows, "課題")
    {
        Fields = [new("goal", FieldType.Text, "目標") { IsRequired = true }, new("on", FieldType.Date, "時期"), new("asked", FieldType.YesNo, "本人の希望")],
    };

    [Fact]
    public void Every_type_of_field_gives_its_type_of_value()
    {
        var answers = Read(
            [
                new("line", FieldType.Text, "一行"), new("text", FieldType.LongText, "文"), new("number", FieldType.Number, "数"),
                new("day", FieldType.Date, "日"), new("clock", FieldType.Time, "時"), new("at", FieldType.Moment, "日時"),
                new("tick", FieldType.YesNo, "印"), new("one", FieldType.Choice, "一つ") { Options = [new("a", "あ")] },
                new("some", FieldType.Choices, "いくつか") { Options = [new("a", "あ"), new("b", "い")] },
            ],
            ("line", " 居宅 "), ("text", "一行目\r\n二行目\n"), ("number", "１２"), ("day", "R8.3.26"), ("clock", "9時半"), ("at", "R8.3.26"),
            ("at.time", "14:05"), ("tick", "true"), ("one", "a"), ("some", "b"));

        Assert.Empty(answers.Refusals);
        Assert.Equal(Value.Of("居宅"), answers.Values["line"]);
        Assert.Equal(Value.Of("一行目\n二行目"), answers.Values["text"]);
        Assert.Equal(Value.Of(12m), answers.Values["number"]);
        Assert.Equal(Value.Of(new DateOnly(2026, 3, 26)), answers.Values["day"]);
        Assert.Equal(new Value.Clock(new TimeOnly(9, 30)), answers.Values["clock"]);
        Assert.Equal(Value.Of(new DateTimeOffset(2026, 3, 26, 14, 5, 0, TimeSpan.FromHours(9))), answers.Values["at"]);
        Assert.Equal(Value.Of(answer: true), answers.Values["tick"]);
        Assert.Equal(Value.Of("a"), answers.Values["one"]);
        Assert.Equal(Value.Of([Value.Of("b")]), answers.Values["some"]);
    }

    [Fact]
    public void Everything_wrong_is_told_at_once_each_by_its_field()
    {
        var answers = Read(
            [
                new("line", FieldType.Text, "一行") { IsRequired = true }, new("short", FieldType.Text, "短い") { MaxLength = 3 },
                new("number", FieldType.Number, "数") { Max = 10 }, new("small", FieldType.Number, "数") { Min = 1 }, new("day", FieldType.Date, "日"),
                new("clock", FieldType.Time, "時"), new("at", FieldType.Moment, "日時"), new("one", FieldType.Choice, "一つ") { Options = [new("a", "あ")] },
                new("answer", FieldType.YesNo, "はいかいいえ") { IsRequired = true }, Needs with { MinRows = 1 },
            ],
            ("short", "𠮷𠮷𠮷𠮷"), ("number", "11"), ("small", "0"), ("day", "きのう"), ("clock", "25:00"), ("at", "R8.3.26"), ("one", "z"));

        Assert.Equal(
            ["line required", "short too-long", "number too-large", "small too-small", "day not-a-date", "clock not-a-time", "at.time time-missing",
                "one not-an-option", "answer required", "needs too-few-rows"],
            answers.Refusals.Select(static refusal => $"{refusal.Field} {refusal.Code}"));
    }

    [Fact]
    public void A_character_outside_the_basic_plane_counts_once() =>
        Assert.Empty(Read([new("short", FieldType.Text, "短い") { MaxLength = 3 }], ("short", "𠮷𠮷𠮷")).Refusals);

    [Fact]
    public void A_field_is_asked_only_when_its_condition_holds()
    {
        FormField[] fields =
        [
            new("place", FieldType.Choice, "場所") { Options = [new("home", "居宅"), new("facility", "施設")] },
            new("placeName", FieldType.Text, "名称") { IsRequired = true, When = "place != \"home\"" },
        ];

        var atHome = Read(fields, ("place", "home"), ("placeName", "残ったもの"));
        var elsewhere = Read(fields, ("place", "facility"));

        Assert.Empty(atHome.Refusals);
        Assert.Equal(Value.None, atHome.Values["placeName"]);
        Assert.Equal(["placeName"], atHome.Hidden);
        Assert.Equal("required", Assert.Single(elsewhere.Refusals).Code);
    }

    [Fact]
    public void A_condition_may_ask_the_case()
    {
        FormField[] fields = [new("reason", FieldType.Text, "理由") { IsRequired = true, When = "stage = \"draft\"" }];

        var answers = AnswerReader.Read(ContextOf(fields) with { Variables = Value.Record.Empty.With("stage", Value.Of("draft")) }, FormTyped.Empty);

        Assert.Equal("required", Assert.Single(answers.Refusals).Code);
    }

    [Fact]
    public void Untouched_rows_are_no_rows_and_touched_ones_are_read_whole()
    {
        var answers = Read(
            [Needs],
            ("needs.rows", "3"), ("needs.0.goal", "通う"), ("needs.0.asked", "true"), ("needs.2.on", "R8.4.1"));

        Assert.Equal("needs.2.goal required", $"{Assert.Single(answers.Refusals).Field} {answers.Refusals[0].Code}");
        var rows = Assert.IsType<Value.List>(answers.Values["needs"]);
        Assert.Equal(2, rows.Items.Length);
        Assert.Equal(Value.Of(answer: true), Assert.IsType<Value.Record>(rows.Items[0])["asked"]);
    }

    [Fact]
    public void What_values_look_like_typed_is_read_back_as_the_same_values()
    {
        FormField[] fields = [new("at", FieldType.Moment, "日時"), new("tick", FieldType.YesNo, "印"), Needs];
        var values = Value.Record.Empty
            .With("at", Value.Of(new DateTimeOffset(2026, 3, 26, 14, 5, 0, TimeSpan.FromHours(9))))
            .With("tick", Value.Of(answer: true))
            .With("needs", Value.Of([Value.Record.Empty
                .With("goal", Value.Of("通う")).With("on", Value.Of(new DateOnly(2026, 4, 1))).With("asked", Value.Of(answer: false))]));

        var form = new FormDefinition("form", "様式") { Fields = fields };

        Assert.Equal(values, AnswerReader.Read(ContextOf(fields), FormTyped.Of(form, values)).Values);
    }

    [Fact]
    public void A_removed_row_lets_those_behind_it_move_up()
    {
        var typed = Typed([Needs], ("needs.rows", "3"), ("needs.0.goal", "一"), ("needs.1.goal", "二"), ("needs.2.goal", "三"));

        var shorter = typed.WithoutRow(Needs, 1);

        Assert.Equal((2, "一", "三"), (shorter.Rows(Needs), shorter["needs.0.goal"], shorter["needs.1.goal"]));
    }

    [Fact]
    public void A_request_cannot_ask_for_endless_rows() =>
        Assert.Equal(FormTyped.MostRows + 1, Typed([Needs], ("needs.rows", "2000000000")).Rows(Needs));

    [Theory]
    [InlineData(2, 3)]
    [InlineData(null, FormTyped.MostRows + 1)]
    [InlineData(FormTyped.MostRows * 2, FormTyped.MostRows + 1)]
    public void More_rows_than_the_form_takes_are_told_and_not_dropped(int? most, int sent)
    {
        var group = Needs with { MaxRows = most };
        var goals = Enumerable.Range(0, sent).Select(static row => (FormTyped.RowName("needs", row, "goal"), "通う"));

        var answers = Read([group], [("needs.rows", sent.ToString(CultureInfo.InvariantCulture)), .. goals]);

        Assert.Equal(("needs", "too-many-rows"), (Assert.Single(answers.Refusals).Field, answers.Refusals[0].Code));
    }

    [Fact]
    public void No_button_adds_a_row_that_the_form_does_not_take()
    {
        var group = Needs with { MaxRows = 2 };

        Assert.Equal([2, 2], new[] { "1", "2" }.Select(rows => Typed([group], ("needs.rows", rows)).WithRow(group).Rows(group)));
    }

    [Fact]
    public void Of_two_who_typed_the_later_counts_and_what_the_other_alone_said_is_kept_with_its_rows()
    {
        var later = Typed([Needs, new("wishes", FieldType.Text, "希望"), new("place", FieldType.Text, "場所")], ("wishes", "通いたい"), ("place", " "), ("needs.rows", "0"));
        var earlier = Typed([Needs, new("wishes", FieldType.Text, "希望"), new("place", FieldType.Text, "場所")], ("wishes", "古い"), ("place", "居宅"), ("needs.rows", "1"), ("needs.0.goal", "続ける"));

        var both = later.FilledFrom(earlier);

        Assert.Equal(("通いたい", "居宅", 1, "続ける"), (both["wishes"], both["place"], both.Rows(Needs), both["needs.0.goal"]));
    }

    private static FormAnswers Read(FormField[] fields, params (string Name, string Text)[] entries) =>
        AnswerReader.Read(ContextOf(fields), Typed(fields, entries));

    private static FormTyped Typed(FormField[] fields, params (string Name, string Text)[] entries) =>
        FormTyped.Of(
            new FormDefinition("form", "様式") { Fields = fields },
            entries.Select(static entry => KeyValuePair.Create<string, IReadOnlyList<string>>(entry.Name, [entry.Text])));

    private static FormContext ContextOf(FormField[] fields) => new(
        new FormDefinition("form", "様式") { Fields = fields },
        new Dictionary<string, IReadOnlyList<FormOption>>(StringComparer.Ordinal),
        Value.Record.Empty,
        new EvaluationMoment(ManualClock.FirstDay, WorkCalendar.WeekdaysInTokyo));
}
