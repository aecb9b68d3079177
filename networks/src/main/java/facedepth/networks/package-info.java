/** Attention U-Net on libtorch: checkpoints in, ONNX out. */
package facedepth.networks;
