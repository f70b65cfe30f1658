import { describe, expect, it } from '@jest/globals'
import { articleTemplate } from '../../src/catalog/article-template.ts'

const written = (name: string, ...guards: readonly string[]) => ({ name, written: true, guards })
const asked = (name: string, ...guards: readonly string[]) => ({ name, written: false, guards })

describe('the variables of an article', () => {
  it.each([
    ['No variable.', []],
    ['{{user}} and {{host.name}}', [written('user'), written('host.name')]],
    ['{{#if user}}by {{user}}{{/if}}', [asked('user'), written('user', 'user')]],
    ['{{#each users}}{{name}}{{/each}}', [asked('users'), written('name', 'users')]],
    ['{{#if user}}x{{else}}{{user}}{{/if}}', [asked('user'), written('user')]],
    ['{{#unless user}}{{user}}{{/unless}}', [asked('user'), written('user')]],
    ['{{#unless user}}x{{else}}{{user}}{{/unless}}', [asked('user'), written('user', 'user')]],
    [
      '{{#if user}}{{#if date}}{{user}}{{/if}}{{/if}}',
      [asked('user'), asked('date', 'user'), written('user', 'user', 'date')],
    ],
    [
      '{{#if user}}{{#unless date}}x{{else}}{{date}}{{/unless}}{{/if}}',
      [asked('user'), asked('date', 'user'), written('date', 'user', 'date')],
    ],
  ])('of %s are known with what they stand in', (source, variables) => {
    expect(articleTemplate(source)).toEqual({ variables, forbidden: [] })
  })
})

describe('what an article may not use', () => {
  it.each([
    ['{{#with user}}x{{/with}}', ['the block with']],
    ['{{#each user}}x{{/each}}{{#log user}}x{{/log}}', ['the block log']],
    ['{{{{raw}}}} {{user}} {{{{/raw}}}}', ['the block raw']],
    ['{{money user}}', ['a helper']],
    ['{{user colour="red"}}', ['a helper']],
    ['{{#if user includeZero=true}}x{{/if}}', ['options of if']],
    ['{{{user}}}', ['a triple mustache']],
    ['{{&user}}', ['a triple mustache']],
    ['{{> footer}}', ['PartialStatement']],
    ['{{#> layout}}x{{/layout}}', ['PartialBlockStatement']],
    ['{{!-- a remark --}}', ['CommentStatement']],
    ['{{* decorate}}', ['Decorator']],
    ['{{"user"}}', ['an expression of type StringLiteral']],
    ['{{../user}}', ['an expression of type PathExpression']],
    ['{{@root}}', ['an expression of type PathExpression']],
    ['{{#if (lookup user)}}x{{/if}}', ['an expression of type SubExpression']],
  ])('is told of %s', (source, forbidden) => {
    expect(articleTemplate(source).forbidden).toEqual(forbidden)
  })

  it.each([
    ['{{#if user}}', /Parse error/u],
    ['{{user', /Parse error/u],
    ['{{else}}', /Parse error/u],
    ['{{#if user}}x{{/unless}}', /if doesn't match unless/u],
  ])('is no template at all in %s', (source, reason) => {
    expect(() => articleTemplate(source)).toThrow(reason)
  })
})
