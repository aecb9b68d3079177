/**
 * Files of weights, read without running anything in them: PyTorch's two containers, safetensors.
 */
package facedepth.networks.checkpoint;
