/** What bpmn-js says to people, in Japanese. */
export const bpmnJsWords: Readonly<Record<string, string>> = {
  'Open {element}': '「{element}」の中を開く',
  'Close minimap': '全体図を閉じる',
  'Open minimap': '全体図を開く',
  'flow elements must be children of pools/participants': '作業や分かれ道は、手続きの枠の中に置いてください。',
  'Data object must be placed within a pool/participant.': '書類は、手続きの枠の中に置いてください。',
};
