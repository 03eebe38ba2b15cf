using OfficeWorkflow.Workflows.Expressions;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Workflows.Tests.Expressions;

public class ExpressionTests
{
    [Theory]
    [InlineData("null", "null")]
    [InlineData("true", "true")]
    [InlineData("12", "12")]
    [InlineData("1.50", "1.5")]
    [InlineData(".5", "0.5")]
    [InlineData("\"日本語\"", "\"日本語\"")]
    [InlineData("\"a\\\"b\\\\c\"", "\"a\\\"b\\\\c\"")]
    [InlineData("\"\\u3042\\U020BB7\"", "\"あ𠮷\"")]
    [InlineData("[1, \"a\", [true]]", "[1, \"a\", [true]]")]
    [InlineData("{a: 1, \"b c\": a + 1}", "{a: 1, b c: 2}")]
    [InlineData("1 /* one */ + 1 // two\n", "2")]
    [InlineData("@\"2026-04-01\"", "2026-04-01")]
    [InlineData("@\"PT90M\"", "PT1H30M")]
    public void Reads_what_is_written(string text, string expected) => Assert.Equal(expected, Feel.Written(text));

    [Theory]
    [InlineData("1 + 2 * 3", "7")]
    [InlineData("(1 + 2) * 3", "9")]
    [InlineData("2 ** 3 ** 2", "64")]
    [InlineData("-2 ** 2", "4")]
    [InlineData("2 ** -1", "0.5")]
    [InlineData("10 - 4 - 3", "3")]
    [InlineData("7 / 2", "3.5")]
    [InlineData("0.1 + 0.2", "0.3")]
    [InlineData("--3", "3")]
    [InlineData("\"a\" + \"b\"", "\"ab\"")]
    [InlineData("1 / 0", "null")]
    [InlineData("1 + \"1\"", "null")]
    [InlineData("1 + null", "null")]
    [InlineData("10 ** 40", "null")]
    public void Calculates_with_numbers(string text, string expected) => Assert.Equal(expected, Feel.Written(text));

    [Theory]
    [InlineData("1 < 2", "true")]
    [InlineData("2 <= 2", "true")]
    [InlineData("\"a\" != \"b\"", "true")]
    [InlineData("null = null", "true")]
    [InlineData("1 = null", "false")]
    [InlineData("1 != null", "true")]
    [InlineData("1 = \"1\"", "null")]
    [InlineData("1 < null", "null")]
    [InlineData("[1, 2] = [1, 2]", "true")]
    [InlineData("{a: 1} = {a: 1.0}", "true")]
    [InlineData("date(\"2026-04-01\") < date(\"2026-04-02\")", "true")]
    [InlineData("date and time(\"2026-04-01T09:00:00+09:00\") = date and time(\"2026-04-01T00:00:00Z\")", "true")]
    [InlineData("today() = now()", "null")]
    public void Compares(string text, string expected) => Assert.Equal(expected, Feel.Written(text));

    [Theory]
    [InlineData("3 in (1, 2, 3)", "true")]
    [InlineData("3 in [1, 2, 3]", "true")]
    [InlineData("3 in [1..3]", "true")]
    [InlineData("[1] in [[1], [2]]", "true")]
    [InlineData("[1] in [1]", "true")]
    [InlineData("3 in [1..3)", "false")]
    [InlineData("1 in (1..3]", "false")]
    [InlineData("1 in ]1..3]", "false")]
    [InlineData("3 in (< 1, > 2)", "true")]
    [InlineData("3 in ([5..6], [1..3])", "true")]
    [InlineData("3 in > 5", "false")]
    [InlineData("\"b\" in (\"a\", \"c\")", "false")]
    [InlineData("3 between 1 and 5", "true")]
    [InlineData("0 between 1 and 5 or true", "true")]
    [InlineData("date(\"2026-04-15\") in [date(\"2026-04-01\")..date(\"2026-04-30\")]", "true")]
    [InlineData("null in [1..3]", "null")]
    public void Tests_membership(string text, string expected) => Assert.Equal(expected, Feel.Written(text));

    [Theory]
    [InlineData("true and true", "true")]
    [InlineData("true and null", "null")]
    [InlineData("false and null", "false")]
    [InlineData("null and false", "false")]
    [InlineData("true or null", "true")]
    [InlineData("null or true", "true")]
    [InlineData("false or null", "null")]
    [InlineData("true and 1", "null")]
    [InlineData("false and 1", "false")]
    [InlineData("not(true)", "false")]
    [InlineData("not(null)", "null")]
    [InlineData("not(1)", "null")]
    [InlineData("true or false and false", "true")]
    public void Knows_three_truths(string text, string expected) => Assert.Equal(expected, Feel.Written(text));

    [Theory]
    [InlineData("if 1 < 2 then \"a\" else \"b\"", "\"a\"")]
    [InlineData("if null then 1 else 2", "2")]
    [InlineData("if false then 1 else if true then 2 else 3", "2")]
    [InlineData("for x in [1, 2] return x * 10", "[10, 20]")]
    [InlineData("for x in [1, 2], y in [x, 5] return x * y", "[1, 5, 4, 10]")]
    [InlineData("for i in 1..3 return i", "[1, 2, 3]")]
    [InlineData("for i in 2..0 return i", "[2, 1, 0]")]
    [InlineData("some x in [1, 2] satisfies x > 1", "true")]
    [InlineData("some x in [] satisfies x > 1", "false")]
    [InlineData("every x in [1, 2] satisfies x > 1", "false")]
    [InlineData("every x in [] satisfies x > 1", "true")]
    [InlineData("every x in [1, null] satisfies x > 0", "null")]
    [InlineData("some x in [null, 1] satisfies x > 0", "true")]
    [InlineData("count(for d in date(\"2026-04-01\")..date(\"2026-04-07\") return d)", "7")]
    public void Chooses_and_repeats(string text, string expected) => Assert.Equal(expected, Feel.Written(text));

    [Theory]
    [InlineData("{a: {b: 2}}.a.b", "2")]
    [InlineData("[{a: 1}, {a: 2}].a", "[1, 2]")]
    [InlineData("[5, 6, 7][1]", "5")]
    [InlineData("[5, 6, 7][-1]", "7")]
    [InlineData("[5, 6, 7][4]", "null")]
    [InlineData("[5, 6, 7][item > 5]", "[6, 7]")]
    [InlineData("[{x: 1, y: \"a\"}, {x: 2, y: \"b\"}][item.x = 2].y", "[\"b\"]")]
    [InlineData("[{x: 1, y: \"a\"}, {x: 2, y: \"b\"}][x = 2][1].y", "\"b\"")]
    [InlineData("[][item > 1]", "[]")]
    [InlineData("[{item: 1}, {item: 2}][item > 1]", "[{item: 2}]")]
    [InlineData("7[1]", "7")]
    [InlineData("null.a", "null")]
    [InlineData("{a: 1}.b", "null")]
    public void Walks_into_values(string text, string expected) => Assert.Equal(expected, Feel.Written(text));

    [Theory]
    [InlineData("=1 + 1")]
    [InlineData(" = 1 + 1 ")]
    public void May_begin_with_an_equals_sign(string text) => Assert.Equal(Value.Of(2), Feel.Evaluate(text).Value);

    [Fact]
    public void A_missing_variable_is_unequal_to_everything_and_leaves_a_trace()
    {
        var evaluation = Feel.Evaluate("clientNme = 1");

        Assert.Equal(Value.Of(false), evaluation.Value);
        Assert.Contains("clientNme", evaluation.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Reads_variables_by_name_and_path()
    {
        var client = Value.Of([KeyValuePair.Create("氏名", Value.Of("利用者A")), KeyValuePair.Create("age", Value.Of(41))]);

        Assert.Equal(Value.Of("利用者A 様"), Feel.Evaluate("client.氏名 + \" 様\"", ("client", client)).Value);
        Assert.Equal(Value.Of(true), Feel.Evaluate("client.age >= min", ("client", client), ("min", Value.Of(18))).Value);
    }

    [Fact]
    public void An_index_may_be_a_variable() =>
        Assert.Equal(Value.Of("b"), Feel.Evaluate("list[n]", ("list", Value.Of(Value.Of("a"), Value.Of("b"))), ("n", Value.Of(2))).Value);

    [Theory]
    [InlineData("a + b.c", "a, b")]
    [InlineData("for x in list return x + y", "list, y")]
    [InlineData("some x in list satisfies x = limit", "limit, list")]
    [InlineData("{a: n, b: a}", "n")]
    [InlineData("participants[kind = \"city\"]", "participants")]
    [InlineData("add working days(today(), days)", "days")]
    [InlineData("date and date2", "date, date2")]
    [InlineData("1 + 1", "")]
    public void Names_are_those_read_from_outside(string text, string expected) => Assert.Equal(expected, string.Join(", ", Feel.Read(text).Names));

    [Theory]
    [InlineData("clientNme > 1", "clientNme")]
    [InlineData("1 < \"a\"", "数値と文字列")]
    [InlineData("1 / 0", "0で割れません")]
    [InlineData("[1][3]", "3番目")]
    [InlineData("date(\"4月1日\")", "4月1日")]
    [InlineData("substring(1, 2)", "substring: 1番目には文字列")]
    [InlineData("true and 1", "数値")]
    public void A_null_comes_with_the_reason(string text, string part)
    {
        var evaluation = Feel.Evaluate(text);

        Assert.Equal(Value.None, evaluation.Value);
        Assert.Contains(part, evaluation.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void A_result_without_trouble_has_no_trace() => Assert.Empty(Feel.Evaluate("1 + 1 = 2").Trace);

    [Theory]
    [InlineData("", 0)]
    [InlineData("1 +", 3)]
    [InlineData("(1", 2)]
    [InlineData("[1, 2", 5)]
    [InlineData("{a 1}", 3)]
    [InlineData("{a: 1, a: 2}", 7)]
    [InlineData("\"open", 0)]
    [InlineData("\"\\q\"", 1)]
    [InlineData("if a then b", 11)]
    [InlineData("for x return 1", 6)]
    [InlineData("some x in y", 11)]
    [InlineData("a between 1", 11)]
    [InlineData("1 2", 2)]
    [InlineData("nonsense(1)", 0)]
    [InlineData("a + substring(\"x\")", 4)]
    [InlineData("a.1", 1)]
    [InlineData("a ; b", 2)]
    [InlineData("'a'", 0)]
    [InlineData("99999999999999999999999999999999", 0)]
    [InlineData("x in [1..5", 10)]
    [InlineData("and", 0)]
    public void A_text_that_cannot_be_read_says_where(string text, int position)
    {
        var mistake = Feel.Mistake(text);

        Assert.Equal(position, mistake.Position);
        Assert.NotEmpty(mistake.Sentence);
    }

    [Theory]
    [InlineData("a ＝ 1", 2, "半角の =")]
    [InlineData("a > １", 4, "半角の 1")]
    [InlineData("（a", 0, "半角の (")]
    [InlineData("a　= 1", 1, "半角の空白")]
    [InlineData("a = “x”", 4, "半角の \"")]
    [InlineData("a = 「x」", 4, "半角の \"")]
    [InlineData("ａ", 0, "半角の a")]
    [InlineData("a ≧ 1", 2, "半角の >=")]
    [InlineData("a、b", 1, "半角の ,")]
    [InlineData("a in [1〜5]", 7, "半角の ..")]
    public void Full_width_input_is_an_error_that_says_what_to_type(string text, int position, string part)
    {
        var mistake = Feel.Mistake(text);

        Assert.Equal(position, mistake.Position);
        Assert.Contains(part, mistake.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Full_width_letters_inside_a_text_are_just_text() => Assert.Equal(Value.Of("（１）"), Feel.Evaluate("\"（１）\"").Value);

    [Fact]
    public void Deep_nesting_is_refused_and_not_a_crash()
    {
        Assert.NotEmpty(Feel.Mistake(new string('(', 5000) + "1" + new string(')', 5000)).Sentence);
        Assert.NotEmpty(Feel.Mistake(string.Concat(Enumerable.Repeat("1 in [", 500))).Sentence);
        Assert.NotEmpty(Feel.Mistake("1" + string.Concat(Enumerable.Repeat("+1", 5000))).Sentence);
        Assert.NotEmpty(Feel.Mistake(new string('-', 5000) + "1").Sentence);
        Assert.NotEmpty(Feel.Mistake("a" + string.Concat(Enumerable.Repeat(".a", 5000))).Sentence);
        Assert.NotEmpty(Feel.Mistake(new string('1', 30_000)).Sentence);
    }

    [Fact]
    public void Half_a_character_is_a_mistake_and_both_halves_are_one()
    {
        Assert.NotEmpty(Feel.Mistake("\"\\uD842\"").Sentence);
        Assert.Equal(Feel.Written("\"𠮷\""), Feel.Written("\"\\uD842\\uDFB7\""));
    }

    [Theory]
    [InlineData("for a in 1..100000, b in 1..100000 return a")]
    [InlineData("count(for a in 1..1000000000 return a)")]
    [InlineData("{a: [1,1], b: [a,a], c: [b,b], d: [c,c], e: [d,d], f: [e,e,e,e], g: [f,f,f,f], h: [g,g,g,g], i: [h,h,h,h], j: [i,i,i,i], k: [j,j,j,j], l: [k,k,k,k], m: [l,l,l,l], n: string(m)}")]
    [InlineData("{a: \"aaaaaaaaaaaaaaaa\", b: a+a+a+a+a+a+a+a, c: b+b+b+b+b+b+b+b, d: c+c+c+c+c+c+c+c, e: d+d+d+d+d+d+d+d, f: e+e+e+e+e+e+e+e, g: f+f+f+f}")]
    [InlineData("{s: string join(for i in 1..5000 return \"0123456789\"), r: replace(s, \"[0-9]\", s)}.r")]
    [InlineData("{l: for i in 1..160000 return i, r: some k in 1..60000 satisfies -1 in l}")]
    [InlineData("{s: string join(for i in 1..9000 return \"aaaaaaaaaa\"), r: some i in 1..100000 satisfies substring(s, 1, 1) = \"b\"}")]
    [InlineData("{s: string join(for i in 1..9000 return \"$_$_$_$_$_\"), r: replace(\"aaaaaaaaaa\", \"a\", s)}.r")]
    public void An_evaluation_without_end_is_broken_off(string text)
    {
        var evaluation = Feel.Evaluate(text);

        Assert.Equal(Value.None, evaluation.Value);
        Assert.Contains("長すぎ", evaluation.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void No_text_makes_it_throw()
    {
        string[] scraps = ["1", "\"a\"", "x", "(", ")", "[", "]", "{", "}", ",", ":", ".", "..", "+", "-", "**", "/", "=", "<", "in", "between", "and", "or",
            "not", "if", "then", "else", "for", "some", "every", "return", "satisfies", "null", "true", "date", "time", "@", "\"P1D\"", "sum", "count", "working days", "＝", "instance", "of", "list", "number", ">", "matches", "\"[a\"", "replace", "context put"];
        var seed = 20260401u;
        var readable = 0;

        for (var round = 0; round < 20_000; round++)
        {
            var text = string.Join(' ', Enumerable.Range(0, 1 + (int)(Next(ref seed) % 12)).Select(_ => scraps[Next(ref seed) % scraps.Length]));

            if (Expression.Parse(text) is ExpressionReading.Readable read)
            {
                readable++;
                Assert.NotNull(read.Expression.Evaluate(static _ => Value.Of(1), Feel.Moment).Value);
            }
        }

        Assert.InRange(readable, 100, 10_000);
    }

    private static uint Next(ref uint seed)
    {
        seed ^= seed << 13;
        seed ^= seed >> 17;
        seed ^= seed << 5;

        return seed;
    }
}
