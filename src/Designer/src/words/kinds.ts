/** What can be drawn, in the office's words; the BPMN term stands beneath. */
export const kindWords = {
  work: { name: '作業', term: 'ユーザータスク', help: '人が様式に書きこんで終える作業です。' },
  outside: { name: '外での作業', term: '手作業タスク', help: '訪問など、画面の外でして、終わったら印を付ける作業です。' },
  mail: { name: 'メールを送る', term: '送信タスク', help: '文面を選び、関係者にメールを送ります。' },
  service: { name: '自動の処理', term: 'サービスタスク', help: 'システムがする処理です。' },
  call: { name: '別の手続きを始める', term: 'コールアクティビティ', help: '別の手続きを始め、終わるのを待ちます。' },
  part: { name: 'ひとまとまり', term: 'サブプロセス', help: 'いくつかの作業をまとめます。人ごとの繰り返しにも使えます。' },
  onEvent: { name: 'いつでも起こること', term: 'イベントサブプロセス', help: '途中のどこでも、連絡や期限で始まります。' },
  choice: { name: '条件で分ける', term: '排他ゲートウェイ', help: '条件に合う道を一つだけ進みます。' },
  parallel: { name: '並行して進める', term: '並行ゲートウェイ', help: 'すべての道を同時に進み、そろうのを待ちます。' },
  some: { name: '当てはまるものを進める', term: '包含ゲートウェイ', help: '条件に合う道をすべて進みます。' },
  first: { name: '先に起きたほうへ', term: 'イベントゲートウェイ', help: '返事と期限など、先に起きたほうへ進みます。' },
  waitTime: { name: '日時を待つ', term: 'タイマー中間イベント', help: '決めた日数がたつまで待ちます。' },
  waitMessage: { name: '連絡を待つ', term: 'メッセージ中間イベント', help: '連絡が届くまで待ちます。' },
  receive: { name: '返事を待つ', term: '受信タスク', help: '返事が届くまで待ちます。催促や期限を付けられます。' },
  tell: { name: '手続きに知らせる', term: 'メッセージ送信イベント', help: '別の手続きに知らせます。' },
  deadline: { name: '期限・催促', term: '境界タイマーイベント', help: '作業に付けます。日数がたつと起こります。' },
  interrupt: { name: '連絡が届いたら', term: '境界メッセージイベント', help: '作業に付けます。連絡が届くと起こります。' },
  trouble: { name: 'うまくいかないとき', term: '境界エラーイベント', help: '作業に付けます。エラーのときの道です。' },
  start: { name: '始まり', term: '開始イベント', help: '人が手続きを始めます。' },
  startMessage: { name: '連絡で始まる', term: 'メッセージ開始イベント', help: '別の手続きからの連絡で始まります。' },
  startTime: { name: '決まった日に始まる', term: 'タイマー開始イベント', help: '毎月など、決まった日に始まります。' },
  end: { name: '終わり', term: '終了イベント', help: 'この道が終わります。ほかの道は続きます。' },
  endAll: { name: '手続き全体の終わり', term: '停止終了イベント', help: '残りの作業も取りやめ、手続きを終えます。' },
  endMessage: { name: '知らせて終わる', term: 'メッセージ終了イベント', help: '別の手続きに知らせて終わります。' },
  endTrouble: { name: 'エラーで終わる', term: 'エラー終了イベント', help: '呼び出した側の「うまくいかないとき」へ進みます。' },
  note: { name: 'メモ', term: '注釈', help: '動きには関わらない説明です。' },
} as const;

export const groupWords = {
  people: '人がすること',
  system: 'システムがすること',
  branch: '分かれ道',
  wait: '待つ・知らせる',
  edge: '始まり・終わり・期限',
  note: '書き添える',
} as const;

/** What a diagram may hold beside. */
export const otherWords: Readonly<Record<string, string>> = {
  'bpmn:SequenceFlow': '道',
  'bpmn:Lane': '役割の列',
  'bpmn:Participant': '手続きの枠',
  'bpmn:Process': '手続き',
  'bpmn:Collaboration': '手続き',
  'bpmn:SubProcess': 'ひとまとまり',
  'bpmn:Activity': '種類のない作業',
  'bpmn:Event': '出来事',
  'bpmn:Gateway': '分かれ道',
  'bpmn:DataObjectReference': '書類',
  'bpmn:DataStoreReference': '台帳',
  'bpmn:Group': '囲み',
  'bpmn:Association': 'メモの線',
  'bpmn:MessageFlow': 'やりとりの線',
};
export const anyElement = '要素';
