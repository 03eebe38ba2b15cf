namespace OfficeWorkflow.Workflows.Expressions.Grammar;

internal enum TokenKind
{
    Name,
    Number,
    Text,
    Symbol,
    End,
}
