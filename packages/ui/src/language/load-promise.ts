/// <reference path="./virtual.d.ts" />
export { loadMessages as loadPromiseMessages } from 'virtual:leeward-language/promise';
