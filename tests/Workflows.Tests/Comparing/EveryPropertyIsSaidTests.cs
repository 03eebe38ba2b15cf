using System.Reflection;
using OfficeWorkflow.Workflows.Comparing;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Tests.Support;

namespace OfficeWorkflow.Workflows.Tests.Comparing;

/// <summary>Generated from the model: one property is changed, one sentence is read. A new property of the model fails here until it has a sample.</summary>
public class EveryPropertyIsSaidTests
{
    /// <summary>All that can be set, once each.</summary>
    private static readonly string Whole = Bpmn.File(
        $"""
        <documentation>説明</documentation>
        <laneSet id="ls"><lane id="l" name="列"><extensionElements><office:role key="clerk"/></extensionElements><flowNodeRef>user</flowNodeRef></lane></laneSet>
        <laneSet id="ls2"><lane id="l2" name="別の列"><extensionElements><office:role key="manager"/></extensionElements><flowNodeRef>manual</flowNodeRef></lane></laneSet>
        <startEvent id="s"/>
        <userTask id="user" name="作業"><documentation>何を</documentation>
          <extensionElements>{Bpmn.Binding("Office.Work", ("form", "f"), ("dueAt", "=add working days(today(), 3)"), ("about", "x"), ("assignee", "=who"))["<extensionElements>".Length..^"</extensionElements>".Length]}<office:mapping><office:input target="in" expression="=1"/><office:output target="out" expression="=2"/></office:mapping></extensionElements>
          <multiInstanceLoopCharacteristics isSequential="false" office:collection="=people" office:elementVariable="person" office:outputCollection="all" office:outputElement="=answer"><loopCardinality>3</loopCardinality><completionCondition>enough</completionCondition></multiInstanceLoopCharacteristics>
        </userTask>
        <manualTask id="manual">{Bpmn.Binding("Office.Work", ("about", "m"))}<standardLoopCharacteristics testBefore="false" loopMaximum="4"><loopCondition>again</loopCondition></standardLoopCharacteristics></manualTask>
        <serviceTask id="service">{Bpmn.Binding("Office.Do", ("x", "service"))}</serviceTask>
        <sendTask id="send">{Bpmn.Binding("Office.SendMail", ("template", "t"), ("to", "=to"))}</sendTask>
        <sendTask id="tell" messageRef="m"/>
        <receiveTask id="receive" messageRef="m"/>
        <callActivity id="call" calledElement="other" office:binding="version" office:version="2"/>
        <businessRuleTask id="rule"><extensionElements><office:decisionTable hitPolicy="U"><office:input expression="age"/><office:output name="kind"/><office:rule id="r1"><office:when>&lt; 18</office:when><office:then>"child"</office:then></office:rule></office:decisionTable></extensionElements></businessRuleTask>
        <subProcess id="sub"><userTask id="inner"/></subProcess>
        <subProcess id="sub2"/>
        <adHocSubProcess id="adhoc"><completionCondition>done</completionCondition></adHocSubProcess>
        <subProcess id="happens" triggeredByEvent="true"><startEvent id="hs" isInterrupting="false"><signalEventDefinition signalRef="sig"/></startEvent></subProcess>
        <boundaryEvent id="timer" attachedToRef="user" cancelActivity="false"><extensionElements><office:mapping><office:output target="b" expression="=1"/></office:mapping></extensionElements><timerEventDefinition><timeDuration>P3D</timeDuration></timerEventDefinition></boundaryEvent>
        <boundaryEvent id="wrong" attachedToRef="service"><errorEventDefinition errorRef="er"/></boundaryEvent>
        <boundaryEvent id="escalated" attachedToRef="sub"><escalationEventDefinition escalationRef="es"/></boundaryEvent>
        <boundaryEvent id="undo" attachedToRef="manual"><compensateEventDefinition/></boundaryEvent>
        <userTask id="undoing" isForCompensation="true"/><userTask id="undoing2" isForCompensation="true"/>
        <association id="as" sourceRef="undo" targetRef="undoing"/>
        <intermediateCatchEvent id="when"><conditionalEventDefinition><condition>ready</condition></conditionalEventDefinition></intermediateCatchEvent>
        <intermediateCatchEvent id="heard"><messageEventDefinition messageRef="m"/></intermediateCatchEvent>
        <intermediateThrowEvent id="jump"><linkEventDefinition name="away"/></intermediateThrowEvent>
        <intermediateThrowEvent id="back"><compensateEventDefinition activityRef="manual"/></intermediateThrowEvent>
        <exclusiveGateway id="g" default="g-e"/>
        <scriptTask id="script"/>
        <endEvent id="e"/>
        <textAnnotation id="note"><text>メモ</text></textAnnotation>
        <sequenceFlow id="named" name="道" sourceRef="s" targetRef="user"><extensionElements><office:order value="1"/></extensionElements></sequenceFlow>
        """,
        "g > e\ng > when : x = 1\ng > heard",
        """<message id="m" name="answered"><extensionElements><office:correlation key="=client"/></extensionElements></message><message id="m2" name="other"/><error id="er" name="誤り" errorCode="E1"/><escalation id="es" name="上へ" escalationCode="C1"/><signal id="sig" name="all"/>""");

    /// <summary>For each property of the model: a text of the whole, what stands there instead, and the property that the sentence is about.</summary>
    private static readonly Dictionary<string, (string From, string To, string Property)[]> Samples = new(StringComparer.Ordinal)
    {
        ["Process.Name"] = [("""<process id="p" """, """<process id="p" name="手続き" """, "name")],
        ["Process.Documentation"] = [("<documentation>説明</documentation>", "<documentation>別の説明</documentation>", "documentation")],
        ["Process.Forms"] = [("<documentation>説明</documentation>", "<documentation>説明</documentation><extensionElements><office:form key=\"own\">{}</office:form></extensionElements>", "ownForm:own")],
        ["Process.Wordings"] = [("<documentation>説明</documentation>", "<documentation>説明</documentation><extensionElements><office:wording key=\"own\">本文</office:wording></extensionElements>", "ownWording:own")],
        ["Process.Nodes"] = [("""<scriptTask id="script"/>""", "", "element"), ("""<scriptTask id="script"/>""", """<scriptTask id="script"/><userTask id="more"/>""", "element")],
        ["Process.Lanes"] = [("""<lane id="l" """, """<lane id="new"/><lane id="l" """, "element")],
        ["Lane.Name"] = [("""name="列">""", """name="窓口">""", "name")],
        ["Lane.Role"] = [("""key="clerk" """.TrimEnd(), """key="assistant" """.TrimEnd(), "role")],
        ["FlowNode.Name"] = [("""name="作業">""", """name="仕事">""", "name")],
        ["FlowNode.Documentation"] = [("<documentation>何を</documentation>", "", "documentation")],
        ["FlowNode.Default"] = [("""<exclusiveGateway id="g" default="g-e"/>""", """<exclusiveGateway id="g"/>""", "otherwise")],
        ["FlowNode.Role"] = [("<flowNodeRef>manual</flowNodeRef>", "", "role")],
        ["FlowNode.Scope"] = [("""<subProcess id="sub"><userTask id="inner"/></subProcess>""", """<subProcess id="sub"/><userTask id="inner"/>""", "frame")],
        ["UnknownNode.Element"] = [("""<scriptTask id="script"/>""", """<complexGateway id="script"/>""", "kind")],
        ["UserTask.Binding"] = [("activityType=\"Office.Work\"><elsa:input name=\"form\"", "activityType=\"Office.Other\"><elsa:input name=\"form\"", "step"), ("\"value\":\"f\"", "\"value\":\"g\"", "input:form"), ("\"=add working days(today(), 3)\"", "\"=add working days(today(), 4)\"", "input:dueAt"), ("\"value\":\"x\"", "\"value\":\"y\"", "input:about"), ("\"=who\"", "\"=whom\"", "input:assignee")],
        ["ManualTask.Binding"] = [("\"value\":\"m\"", "\"value\":\"n\"", "input:about")],
        ["ServiceTask.Binding"] = [("\"value\":\"service\"", "\"value\":\"other\"", "input:x")],
        ["SendTask.Binding"] = [("\"value\":\"t\"", "\"value\":\"u\"", "input:template"), ("\"=to\"", "\"=cc\"", "input:to")],
        ["SendTask.Message"] = [("""<sendTask id="tell" messageRef="m"/>""", """<sendTask id="tell" messageRef="m"><extensionElements><office:correlation key="=mine"/></extensionElements></sendTask>""", "messageKey")],
        ["ReceiveTask.Message"] = [("""<receiveTask id="receive" messageRef="m"/>""", """<receiveTask id="receive" messageRef="m"><extensionElements><office:correlation key="=mine"/></extensionElements></receiveTask>""", "messageKey")],
        ["MessageDefinition.Name"] = [("""<message id="m2" name="other"/>""", """<message id="m2" name="other"><extensionElements><office:correlation key="=client"/></extensionElements></message>""", ""), ("""<receiveTask id="receive" messageRef="m"/>""", """<receiveTask id="receive" messageRef="m2"><extensionElements><office:correlation key="=client"/></extensionElements></receiveTask>""", "message")],
        ["MessageDefinition.Key"] = [("""<messageEventDefinition messageRef="m"/>""", """<messageEventDefinition messageRef="m"><extensionElements><office:correlation key="=mine"/></extensionElements></messageEventDefinition>""", "messageKey")],
        ["CallActivity.Procedure"] = [("calledElement=\"other\"", "calledElement=\"another\"", "called")],
        ["CallActivity.Binding"] = [("office:binding=\"version\"", "office:binding=\"start\"", "calledVersion")],
        ["CallActivity.Version"] = [("office:version=\"2\"", "office:version=\"3\"", "calledNumber")],
        ["BusinessRuleTask.Table"] = [("""<businessRuleTask id="rule"><extensionElements>""", """<businessRuleTask id="rule" name="表"><extensionElements>""", "name")],
        ["DecisionTable.Policy"] = [("hitPolicy=\"U\"", "hitPolicy=\"F\"", "tablePolicy")],
        ["DecisionTable.Inputs"] = [("<office:input expression=\"age\"/>", "<office:input expression=\"years\"/>", "tableInput:0")],
        ["DecisionTable.Outputs"] = [("<office:output name=\"kind\"/>", "<office:output name=\"sort\"/>", "tableOutput:0")],
        ["DecisionTable.Rules"] = [("<office:rule id=\"r1\">", "<office:rule id=\"r2\"><office:when>1</office:when><office:then>2</office:then></office:rule><office:rule id=\"r1\">", "tableRule:r2")],
        ["DecisionRule.Tests"] = [("&lt; 18", "&lt; 20", "tableRule:r1")],
        ["DecisionRule.Outputs"] = [("\"child\"", "\"minor\"", "tableRule:r1")],
        ["SubProcess.IsEventTriggered"] = [("""<subProcess id="sub2"/>""", """<subProcess id="sub2" triggeredByEvent="true"/>""", "kind")],
        ["SubProcess.AdHoc"] = [("""<subProcess id="sub2"/>""", """<subProcess id="sub2" name="まとまり"/>""", "name")],
        ["AdHoc.CompletionCondition"] = [("<completionCondition>done</completionCondition>", "<completionCondition>ended</completionCondition>", "adHocCondition")],
        ["AdHoc.CancelsRemaining"] = [("""<adHocSubProcess id="adhoc">""", """<adHocSubProcess id="adhoc" cancelRemainingInstances="false">""", "adHocRest")],
        ["Activity.Mapping"] = [("""<office:output target="out" expression="=2"/>""", "", "returned:out")],
        ["Mapping.Inputs"] = [("""<office:input target="in" expression="=1"/>""", "", "given:in")],
        ["Mapping.Outputs"] = [("""<office:output target="out" expression="=2"/>""", """<office:output target="out" expression="=2"/><office:output target="too" expression="=3"/>""", "returned:too")],
        ["Assignment.Target"] = [("""<office:input target="in" expression="=1"/>""", """<office:input target="in" expression="=1"/><office:input target="on" expression="=1"/>""", "given:on")],
        ["Assignment.Formula"] = [("""<office:input target="in" expression="=1"/>""", """<office:input target="in" expression="=5"/>""", "given:in")],
        ["Activity.Loop"] = [("isSequential=\"false\"", "isSequential=\"true\"", "each")],
        ["MultiInstance.IsSequential"] = [("isSequential=\"false\"", "isSequential=\"true\"", "each")],
        ["MultiInstance.Collection"] = [("office:collection=\"=people\"", "office:collection=\"=staff\"", "list")],
        ["MultiInstance.Cardinality"] = [("<loopCardinality>3</loopCardinality>", "<loopCardinality>5</loopCardinality>", "times")],
        ["MultiInstance.ElementVariable"] = [("office:elementVariable=\"person\"", "", "item")],
        ["MultiInstance.OutputCollection"] = [("office:outputCollection=\"all\"", "office:outputCollection=\"some\"", "collected")],
        ["MultiInstance.OutputElement"] = [("office:outputElement=\"=answer\"", "office:outputElement=\"=word\"", "collectedValue")],
        ["MultiInstance.CompletionCondition"] = [("<completionCondition>enough</completionCondition>", "", "enough")],
        ["Activity.Repeat"] = [("testBefore=\"false\"", "testBefore=\"true\"", "repeat")],
        ["StandardLoop.IsTestedBefore"] = [("testBefore=\"false\"", "testBefore=\"true\"", "repeat")],
        ["StandardLoop.Maximum"] = [("loopMaximum=\"4\"", "", "repeatMost")],
        ["StandardLoop.Condition"] = [("<loopCondition>again</loopCondition>", "<loopCondition>more</loopCondition>", "repeatCondition")],
        ["Activity.IsForCompensation"] = [("""<userTask id="undoing2" isForCompensation="true"/>""", """<userTask id="undoing2"/>""", "forCompensation")],
        ["Activity.Unknown"] = [("""<adHocSubProcess id="adhoc">""", """<adHocSubProcess id="adhoc" ordering="Sequential">""", "unknown:sequentialAdHoc")],
        ["EventNode.Trigger"] = [("""<endEvent id="e"/>""", """<endEvent id="e"><terminateEventDefinition/></endEvent>""", "kind")],
        ["EventNode.Mapping"] = [("""<office:output target="b" expression="=1"/>""", """<office:output target="b" expression="=9"/>""", "returned:b")],
        ["BoundaryEvent.AttachedTo"] = [("""<boundaryEvent id="timer" attachedToRef="user" """, """<boundaryEvent id="timer" attachedToRef="send" """, "attachedTo")],
        ["BoundaryEvent.Handler"] = [("targetRef=\"undoing\"", "targetRef=\"undoing2\"", "handler")],
        ["BoundaryEvent.IsInterrupting"] = [("cancelActivity=\"false\"", "cancelActivity=\"true\"", "interrupting")],
        ["StartEvent.IsInterrupting"] = [("isInterrupting=\"false\"", "isInterrupting=\"true\"", "interrupting")],
        ["Message.Definition"] = [("""<messageEventDefinition messageRef="m"/>""", """<messageEventDefinition messageRef="m2"><extensionElements><office:correlation key="=client"/></extensionElements></messageEventDefinition>""", "message")],
        ["Timer.Definition"] = [("<timeDuration>P3D</timeDuration>", "<timeDuration>P5D</timeDuration>", "timer")],
        ["TimerDefinition.Kind"] = [("<timeDuration>P3D</timeDuration>", "<timeDate>P3D</timeDate>", "timer")],
        ["TimerDefinition.Text"] = [("<timeDuration>P3D</timeDuration>", "<timeDuration>working days(3)</timeDuration>", "timer")],
        ["Error.Code"] = [("errorCode=\"E1\"", "errorCode=\"E2\"", "code")],
        ["Error.Name"] = [("name=\"誤り\"", "name=\"間違い\"", "codeName")],
        ["Escalation.Code"] = [("escalationCode=\"C1\"", "escalationCode=\"C2\"", "code")],
        ["Escalation.Name"] = [("name=\"上へ\"", "name=\"管理者へ\"", "codeName")],
        ["Link.Name"] = [("<linkEventDefinition name=\"away\"/>", "<linkEventDefinition name=\"far\"/>", "link")],
        ["Signal.Name"] = [("<signal id=\"sig\" name=\"all\"/>", "<signal id=\"sig\" name=\"everybody\"/>", "signal")],
        ["Conditional.Condition"] = [("<condition>ready</condition>", "<condition>set</condition>", "eventCondition")],
        ["Compensation.ActivityId"] = [("activityRef=\"manual\"", "activityRef=\"service\"", "undone")],
        ["Unknown.Element"] = [("<terminateEventDefinition/>", "<cancelEventDefinition/>", ""), ("""<endEvent id="e"/>""", """<endEvent id="e"><cancelEventDefinition/></endEvent>""", "kind")],
        ["StepBinding.Type"] = [("activityType=\"Office.Do\"", "activityType=\"Office.Undo\"", "step")],
        ["StepBinding.Inputs"] = [("<elsa:input name=\"x\">{\"typeName\":\"String\",\"expression\":{\"type\":\"Literal\",\"value\":\"service\"}}</elsa:input>", "", "input:x")],
        ["StepInput.Name"] = [("<elsa:input name=\"x\">", "<elsa:input name=\"y\">{\"expression\":{\"value\":1}}</elsa:input><elsa:input name=\"x\">", "input:y")],
        ["StepInput.Constant"] = [("\"value\":\"service\"", "\"value\":[1,true]", "input:x")],
        ["StepInput.Formula"] = [("\"value\":\"service\"", "\"value\":\"=service\"", "input:x")],
        ["SequenceFlow.Id"] = [("""<sequenceFlow id="named" """, """<sequenceFlow id="further" sourceRef="s" targetRef="e"/><sequenceFlow id="named" """, "element")],
        ["SequenceFlow.Name"] = [("name=\"道\"", "name=\"近道\"", "name")],
        ["SequenceFlow.Source"] = [("sourceRef=\"s\" targetRef=\"user\"", "sourceRef=\"send\" targetRef=\"user\"", "source")],
        ["SequenceFlow.Target"] = [("sourceRef=\"s\" targetRef=\"user\"", "sourceRef=\"s\" targetRef=\"send\"", "target")],
        ["SequenceFlow.Condition"] = [("<conditionExpression>x = 1</conditionExpression>", "<conditionExpression>x = 2</conditionExpression>", "condition")],
        ["SequenceFlow.IsDefault"] = [("default=\"g-e\"", "", "otherwise")],
        ["SequenceFlow.Order"] = [("<office:order value=\"1\"/>", "<office:order value=\"2\"/>", "order")],
    };

    /// <summary>What is read off the others, or names the element itself.</summary>
    private static readonly HashSet<string> Derived = new(StringComparer.Ordinal)
    {
        "FlowNode.Id", "FlowNode.Label", "FlowNode.Incoming", "FlowNode.Outgoing", "Activity.Boundaries", "Activity.Undo", "SubProcess.Inner", "Lane.Id", "DecisionRule.Id",
        "Process.Id", "Process.Root", "Process.MessageStarts", "Process.TimerStarts", "Process.SignalStarts", "Process.Calls",
        "TimerDefinition.Spec", "TimerDefinition.Error",
    };

    public static TheoryData<string> Properties() => [.. Samples.Keys];

    [Fact]
    public void Every_property_of_the_model_has_a_sample()
    {
        var types = typeof(Process).Assembly.GetTypes().Where(static type =>
            (type.IsPublic || type.IsNestedPublic) && type.Namespace!.StartsWith(typeof(Process).Namespace!, StringComparison.Ordinal) && !IsNoSetting(type));
        var properties = types.SelectMany(static type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(static property => property.Name is not "EqualityContract")
            .Select(static property => $"{property.DeclaringType!.Name}.{property.Name}")
            .ToHashSet(StringComparer.Ordinal);

        Assert.Equal([], properties.Except(Samples.Keys, StringComparer.Ordinal).Except(Derived, StringComparer.Ordinal).Order(StringComparer.Ordinal));
        Assert.Equal([], Samples.Keys.Concat(Derived).Except(properties, StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Properties))]
    public void J6_K5_One_property_is_changed_and_one_sentence_is_read(string property)
    {
        foreach (var (from, to, about) in Samples[property].Where(static sample => sample.Property.Length > 0))
        {
            Assert.Contains(from, Whole, StringComparison.Ordinal);
            var changed = Whole.Remove(Whole.IndexOf(from, StringComparison.Ordinal), from.Length).Insert(Whole.IndexOf(from, StringComparison.Ordinal), to);
            foreach (var compared in new[] { Differ.Compare(Whole, changed, "p", Words.None), Differ.Compare(changed, Whole, "p", Words.None) })
            {
                var difference = Assert.Single(compared.Differences);
                Assert.Equal(about, difference.Property);
                Assert.NotEqual(difference.Before, difference.After);
                Assert.Contains(difference.Kind is DifferenceKind.Changed ? $"{difference.Before ?? "なし"} → {difference.After ?? "なし"}" : difference.Before ?? difference.After!, difference.Sentence, StringComparison.Ordinal);
            }
        }
    }

    /// <summary>Inputs that the panel sets by name, each as a person reads it.</summary>
    [Theory]
    [InlineData("form", "f2", "「作業」の様式：なし → 「f2」")]
    [InlineData("dueAt", "=add working days(today(), 5)", "「作業」の期限：なし → 5営業日以内")]
    [InlineData("notBy", "manual,inner", "「作業」の同じ人にさせない手順：なし → 「手作業」「inner」")]
    [InlineData("notBy", "=steps", "「作業」の同じ人にさせない手順：なし → 式「steps」")]
    [InlineData("excluded", "=author", "「作業」のさせない人：なし → 式「author」")]
    [InlineData("priority", "high", "「作業」の急ぎの度合い：なし → 急ぎ")]
    [InlineData("priority", "low", "「作業」の急ぎの度合い：なし → 急がない")]
    [InlineData("priority", "=weight", "「作業」の急ぎの度合い：なし → 式「weight」")]
    [InlineData("about", "=client", "「作業」の受信箱に添える言葉：なし → 式「client」")]
    [InlineData("assignee", "=who", "「作業」の受け持つ人：なし → 式「who」")]
    public void What_a_step_is_given_is_said_in_the_words_of_the_panel(string input, string value, string sentence)
    {
        const string others = """<userTask id="manual" name="手作業"/><userTask id="inner"/>""";
        static string Of(string binding) => Bpmn.File($"""<startEvent id="s"/><userTask id="user" name="作業">{binding}</userTask>{others}<endEvent id="e"/>""", "s > user\nuser > e");

        var compared = Differ.Compare(Of(Bpmn.Binding("Office.Work")), Of(Bpmn.Binding("Office.Work", (input, value))), "p", Words.None);

        Assert.Equal(sentence, Assert.Single(compared.Differences).Sentence);
    }

    [Theory]
    [InlineData("<text>メモ</text>", "<text>注意</text>", "text")]
    [InlineData("<text>メモ</text></textAnnotation>", "<text>メモ</text></textAnnotation><textAnnotation id=\"note2\"><text>二つめ</text></textAnnotation>", "element")]
    [InlineData("""<userTask id="user" """, """<userTask id="user" x:color="red" xmlns:x="urn:other" """, "rest")]
    [InlineData("""<userTask id="inner"/>""", """<userTask id="inner"><extensionElements><office:statutory law="省令"/></extensionElements></userTask>""", "rest")]
    public void Notes_and_what_other_tools_wrote_are_said_too(string from, string to, string about)
    {
        var changed = Whole.Replace(from, to, StringComparison.Ordinal);

        Assert.Equal(about, Assert.Single(Differ.Compare(Whole, changed, "p", Words.None).Differences).Property);
        Assert.Equal(about, Assert.Single(Differ.Compare(changed, Whole, "p", Words.None).Differences).Property);
    }

    /// <summary>Values, the frames that hold nodes, and what is told with what it belongs to.</summary>
    private static bool IsNoSetting(Type type) =>
        type == typeof(Value) || type.DeclaringType == typeof(Value) || type == typeof(Formula) || type == typeof(Scope) || type == typeof(DecisionTest) || type.IsEnum;
}
