using System.Linq.Expressions;

namespace OfficeWorkflow.Server.Automation.Work.Lists;

/// <summary>What is said of a work item, put together so that the database can answer it.</summary>
internal static class Saying
{
    public static Expression<Func<WorkItem, bool>> Both(Expression<Func<WorkItem, bool>> one, Expression<Func<WorkItem, bool>> other) =>
        Expression.Lambda<Func<WorkItem, bool>>(Expression.AndAlso(one.Body, About(other, one.Parameters[0])), one.Parameters[0]);

    public static Expression<Func<WorkItem, bool>> Either(Expression<Func<WorkItem, bool>> one, Expression<Func<WorkItem, bool>> other) =>
        Expression.Lambda<Func<WorkItem, bool>>(Expression.OrElse(one.Body, About(other, one.Parameters[0])), one.Parameters[0]);

    /// <summary>The same said about another name for it.</summary>
    public static Expression About(Expression<Func<WorkItem, bool>> said, ParameterExpression work) => new Renaming(said.Parameters[0], work).Visit(said.Body);

    private sealed class Renaming(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
