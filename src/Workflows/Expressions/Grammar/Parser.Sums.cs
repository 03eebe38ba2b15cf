namespace OfficeWorkflow.Workflows.Expressions.Grammar;

/// <content>Arithmetic, signs, and what follows a value: members and filters.</content>
internal sealed partial class Parser
{
    private Node ReadSum()
    {
        var left = ReadProduct();

        while (Now.Is("+") || Now.Is("-"))
        {
            left = Link(new Node.Binary(tokens[at++].Content, left, ReadProduct()));
        }

        return left;
    }

    private Node ReadProduct()
    {
        var left = ReadPower();

        while (Now.Is("*") || Now.Is("/"))
        {
            left = Link(new Node.Binary(tokens[at++].Content, left, ReadPower()));
        }

        return left;
    }

    private Node ReadPower()
    {
        var left = ReadNegation();

        while (Take("**"))
        {
            left = Link(new Node.Binary("**", left, ReadNegation()));
        }

        return left;
    }

    private Node ReadNegation()
    {
        var minuses = 0;

        while (Take("-"))
        {
            minuses++;
        }

        var node = ReadPostfix();

        for (var i = 0; i < minuses; i++)
        {
            node = Link(new Node.Negation(node));
        }

        return node;
    }

    private Node ReadPostfix()
    {
        var node = ReadPrimary();

        while (true)
        {
            if (Take("."))
            {
                node = Link(new Node.Path(node, ReadMember()));
            }
            else if (Take("["))
            {
                node = Link(ReadFilter(node));
            }
            else
            {
                return node;
            }
        }
    }

    private Node.Filter ReadFilter(Node source)
    {
        filters++;
        bound.Add("item");
        var condition = ReadExpression();
        bound.RemoveAt(bound.Count - 1);
        filters--;
        Expect("]", "[ が閉じていません。");

        return new Node.Filter(source, condition);
    }

    private string ReadMember()
    {
        if (Now.Kind != TokenKind.Name)
        {
            Fail("「.」の後に項目の名前がありません。");
            return string.Empty;
        }

        var member = tokens[at++].Content;

        if (string.Equals(member, "time", StringComparison.Ordinal) && Take("offset"))
        {
            return "time offset";
        }

        return member;
    }
}
