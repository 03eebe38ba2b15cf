/** The ready pieces. */
export const templateWords = {
  approval: { name: '承認を足す', help: 'この作業のあとに管理者の承認を入れます。認められないときは、この作業に戻ります。', step: '承認する', choice: '承認の結果', approved: '承認', rejected: '差し戻し', manager: '管理者' },
  reminder: { name: '催促を足す', help: '終わるまで、決まった営業日ごとに催促のメールを送ります。', timer: '3営業日ごとに3回まで', mail: '催促のメールを送る' },
  inform: { name: '関係者に知らせる', help: 'このあとに、関係者へのメールを入れます。', step: '関係者に知らせる' },
  deadline: { name: '期限で分ける', help: '期限までに終わらないとき、この作業を打ち切って管理者が確かめます。', timer: '10営業日で打ち切る', step: '期限までに終わらなかったことを確かめる', manager: '管理者' },
  beside: { name: '並行して進める', help: 'この作業と同時に進める作業を足し、両方が終わるのを待ちます。', step: '並行してする作業' },
} as const;
