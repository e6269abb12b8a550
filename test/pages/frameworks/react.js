import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { View } from './react-view.js';

createRoot(document.querySelector('#root')).render(createElement(View));
