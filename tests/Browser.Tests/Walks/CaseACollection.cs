namespace OfficeWorkflow.Browser.Tests.Walks;

[CollectionDefinition(CaseAStory.Name)]
public sealed class CaseACollection : ICollectionFixture<CaseAStory>;
