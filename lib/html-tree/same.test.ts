import { describe, expect, it } from 'vitest'
import { parseTree } from './parse'
import { isSameTree } from './same'

const same = (a: string, b: string) => isSameTree(parseTree(a), parseTree(b))

describe('the same', () => {
  it.each([
    ['<b>a</b>', '<strong>a</strong>'],
    ['<p>a</p><p>b</p>', '<div>a</div>\n<div>b</div>'],
    ['<ul><li>a</li></ul>', '<ul><li><p>a</p></li></ul>'],
    ['<b><i>a</i></b>', '<em><strong>a</strong></em>'],
    ['<p>a <b> b</b></p>', '<p>a <b>b</b></p>'],
    ['a<p>b</p>', '<p>a</p><p>b</p>'],
    ['<p>a<br></p>', '<p>a</p>'],
    ['<p></p><p>a</p>', '<p>a</p>'],
    ['<p><img src="/a"></p>', '<img src="/a">'],
    ['<figure><img src="/a"><figcaption></figcaption></figure>', '<figure><img src="/a"></figure>'],
    ['<a>x</a>', 'x'],
    ['<span>a</span>b', 'ab'],
    ['<pre>a\n b</pre>', '<pre><code>a\n b</code></pre>'],
    ['<blockquote>a</blockquote>', '<blockquote><p>a</p></blockquote>'],
    ['<div><div>a</div></div>', '<p>a</p>'],
  ])('%s and %s', (a, b) => expect(same(a, b)).toBe(true))
})

describe('not the same', () => {
  it.each([
    ['<p>a</p><p>b</p>', '<p>ab</p>'],
    ['<p>a b</p>', '<p>ab</p>'],
    ['<b>a</b>', 'a'],
    ['<p>a<br>b</p>', '<p>a b</p>'],
    ['<p>a<br>b</p>', '<p>a</p><p>b</p>'],
    ['<p>a<img src="/a">b</p>', '<p>a</p><img src="/a"><p>b</p>'],
    ['<a href="/x"><img src="/a"></a>', '<img src="/a">'],
    ['<table><tr><td>a<td>b</table>', '<p>a</p><p>b</p>'],
    ['<ol start="3"><li>a</ol>', '<ol><li>a</ol>'],
    ['<p lang="en">a</p>', '<p>a</p>'],
    ['<pre>a\n b</pre>', '<pre>a b</pre>'],
    ['<p>a</p><a name="lanjut"></a><p>b</p>', '<p>a</p><p>b</p>'],
    ['<q>a</q><q>b</q>', '<q>ab</q>'],
    ['<p>a&nbsp;b</p>', '<p>a b</p>'],
    ['<ul><li>a</ul><ul><li>b</ul>', '<ul><li>a<li>b</ul>'],
    ['<h2>a</h2>', '<h3>a</h3>'],
    ['<img src="/a" alt="">', '<img src="/a">'],
  ])('%s and %s', (a, b) => expect(same(a, b)).toBe(false))
})
