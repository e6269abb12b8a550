import { createApp } from 'vue';
import { View } from './vue-view.js';

createApp(View).mount('#root');
